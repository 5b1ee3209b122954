//! What failures on the network mean, and what to do about them.

use std::net::SocketAddrV4;

use link::Code;
use tftp::server::Failure as Why;

use super::{Failure, classified};
use crate::{
    exit::Exit,
    net::{AddressError, OfferError, StartError},
};

/// A failure on the network, if it is one.
pub(super) fn known(error: &(dyn std::error::Error + 'static)) -> Option<Failure> {
    (error.downcast_ref().map(of_start))
        .or_else(|| classified(error, of_address))
        .or_else(|| classified(error, of_offer))
}

fn of_start(error: &StartError) -> Failure {
    let listen = |advice: String| Failure::new(Exit::Failed, Code::NET_LISTEN).advised(advice);
    match error {
        StartError::Permission(_) => {
            Failure::new(Exit::Permission, Code::NET_PERMISSION).advised(capability())
        }
        StartError::Busy(address) => listen(busy(*address)),
        StartError::NoAddress(_) => {
            listen("choose an address of this computer: `ip -4 addr` lists them".into())
        }
        StartError::Other { .. } => {
            listen("check that the interface is up and has its address: `ip -4 addr`".into())
        }
    }
}

/// How this program gets at ports below 1024.
fn capability() -> String {
    let program = std::env::current_exe();
    let program =
        program.map_or_else(|_| "racklet-flash".into(), |path| quoted(&path.to_string_lossy()));
    format!(
        "allow it once: sudo setcap cap_net_bind_service=+ep {program}; or run the command as root"
    )
}

/// A word for a shell.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-+".contains(c);
    if word.chars().all(plain) { word.into() } else { format!("'{}'", word.replace('\'', r"'\''")) }
}

fn busy(address: SocketAddrV4) -> String {
    let port = address.port();
    format!(
        "end the program that listens there (tftpd, dnsmasq?), or choose another address; which: sudo ss -lunp 'sport = :{port}'"
    )
}

fn of_address(error: &AddressError) -> Option<String> {
    let advice = match error {
        AddressError::NoHost { .. } => {
            "give this computer an address in the boards' network (`sudo ip addr add 10.7.0.1/24 dev eth0`), or name the network \
             that it is in"
        }
        AddressError::Several { .. } => "name a smaller subnet, which has one of them",
        AddressError::Full(_) => "name the board's own address, as in 10.7.0.50/24",
        AddressError::Io(_) => "check that the interface is up and has its address: `ip -4 addr`",
    };
    Some(advice.into())
}

fn of_offer(error: &OfferError) -> Option<String> {
    let advice = match error {
        OfferError::Stopped => return None,
        OfferError::Unasked { .. } | OfferError::Unsent { .. } => {
            "check the board's cable and switch, that its address is free, and that no firewall keeps UDP port 69 closed here"
        }
        OfferError::Failed(Why::Refused { .. }) => {
            "the board's own words say why; where it has no room for the file, load smaller pieces"
        }
        OfferError::Failed(Why::Unconfirmed { .. }) => {
            "compare checksums on the board, as all of it may have arrived, or load it again"
        }
        OfferError::Lost(_) | OfferError::Dry { .. } => {
            "check the board's cable and switch, and repeat the command"
        }
        OfferError::Failed(_) | OfferError::Stuck { .. } => {
            "check the board's cable and switch, and repeat the command; a smaller window helps where packets get lost"
        }
        OfferError::Socket(_) => "check that the interface is up and has its address: `ip -4 addr`",
    };
    Some(advice.into())
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    #[test]
    fn a_port_without_permission_has_the_command_that_allows_it() {
        let address = SocketAddrV4::new(Ipv4Addr::LOCALHOST, 69);
        let failure = Failure::of(&StartError::Permission(address).into());
        assert_eq!((failure.exit, failure.code), (Exit::Permission, Code::NET_PERMISSION));
        let advice = failure.advice.expect("there is something to do");
        assert!(advice.contains("sudo setcap cap_net_bind_service=+ep /"), "{advice}");
        assert!(advice.contains("as root"));
    }

    #[test]
    fn a_path_for_a_shell_is_one_word() {
        for (path, word) in
            [("/usr/bin/x-y", "/usr/bin/x-y"), ("/a b", "'/a b'"), ("/it's", r"'/it'\''s'")]
        {
            assert_eq!(quoted(path), word);
        }
    }

    #[test]
    fn failed_transfers_say_what_to_do() {
        for (error, code) in [
            (OfferError::Unasked { waited: std::time::Duration::from_secs(60) }, Code::NET_UNASKED),
            (OfferError::Failed(Why::Aborted), Code::NET_TRANSFER),
            (OfferError::Failed(Why::Unconfirmed { left: 1 }), Code::NET_TRANSFER),
        ] {
            let failure = Failure::of(&error.into());
            assert_eq!((failure.exit, failure.code), (Exit::Failed, code));
            assert!(failure.advice.is_some());
        }
        assert_eq!(Failure::of(&OfferError::Stopped.into()).exit, Exit::Interrupted);
    }
}
