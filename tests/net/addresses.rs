//! Addresses, in a network of the test's own.

use std::{net::Ipv4Addr, process::Stdio};

use racklet_flash::{
    net::{AddressError, Server, Subnet, free_address, host_in},
    transport::Stop,
};
use tftp::client::Habits;

use crate::{client::load, file, program, send};

/// Two computers with a cable between them: this one has 10.7.0.1, the other 10.7.0.254, 253 and 250. In user and network
/// namespaces, so that it takes no rights and touches nothing else.
const NETWORK: &str = r#"
unshare --net sleep 60 &
other=$!
trap 'kill $other' EXIT
while [ "$(readlink /proc/$other/ns/net)" = "$(readlink /proc/self/ns/net)" ]; do sleep 0.01; done
ip link add near type veth peer name far
ip link set far netns $other
ip link set lo up
ip addr add 10.7.0.1/24 dev near
ip link set near up
for host in 254 253 250; do nsenter --net=/proc/$other/ns/net ip addr add 10.7.0.$host/24 dev far; done
nsenter --net=/proc/$other/ns/net ip link set far up
"$0" --exact --ignored --nocapture addresses::between_two_computers
"#;

#[test]
fn addresses_are_found_in_a_network_of_two() {
    let mut unshare = program("unshare", "util-linux");
    let test = std::env::current_exe().expect("the test has a path");
    unshare.args(["--user", "--map-root-user", "--net", "sh", "-euc", NETWORK]).arg(test);
    let output = unshare.stdin(Stdio::null()).output().expect("unshare starts");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{text}{}", String::from_utf8_lossy(&output.stderr));
    assert!(text.contains("1 passed"), "{text}");
}

#[test]
#[ignore = "runs in the network that the test above makes"]
fn between_two_computers() {
    let subnet: Subnet = "10.7.0.0/24".parse().expect("a subnet");
    let host = host_in(&subnet).expect("this computer has an address there");
    assert_eq!(host, Ipv4Addr::new(10, 7, 0, 1));
    let free = |taken: &[u8]| {
        let taken: Vec<_> = taken.iter().map(|last| Ipv4Addr::new(10, 7, 0, *last)).collect();
        free_address(&subnet, host, &taken).expect("most are free").octets()[3]
    };
    assert_eq!(free(&[]), 252);
    assert_eq!(free(&[252, 251]), 249);
    let missing = host_in(&"10.8.0.0/24".parse().expect("a subnet"));
    assert!(matches!(missing, Err(AddressError::NoHost { .. })));
    let small: Subnet = "10.7.0.252/30".parse().expect("a subnet");
    assert!(matches!(free_address(&small, host, &[]), Err(AddressError::Full(_))));

    // The port where boards ask; root in this network may have it.
    let server = Server::start(host, 69, &Stop::default()).expect("port 69 is allowed here");
    let (offer, file) = (server.offer(host), file(10_000));
    let name = offer.name().to_string();
    let sending = send(offer, &file);
    assert!(load(server.address(), host, &name, Habits::UBOOT).expect("it arrives") == file);
    sending.join().expect("no panic").expect("all arrived");
}

/// Every address of the loopback network is this computer's: there they are for simulated boards, and nobody is asked.
#[test]
fn no_address_is_free_where_every_one_is_taken() {
    let subnet: Subnet = "127.0.9.0/29".parse().expect("a subnet");
    let taken: Vec<_> = subnet.hosts().collect();
    let free = free_address(&subnet, Ipv4Addr::LOCALHOST, &taken);
    assert!(matches!(free, Err(AddressError::Full(_))), "{free:?}");
    let free = free_address(&subnet, Ipv4Addr::LOCALHOST, &taken[..3]);
    assert_eq!(free.expect("three are left"), taken[3]);
}
