//! An address that a DHCP server gives the board.

use std::{net::Ipv4Addr, time::Duration};

use uboot::{
    host::{Cause, Error, Prompt},
    network::Fetch,
};

use super::network::{JOIN, SET, hardware};
use crate::{
    failure::Problem,
    net::{Subnet, SubnetError},
};

/// The longest for a lease: U-Boot asks for half a minute, and the link is negotiated first.
const ASKS: Duration = Duration::from_secs(90);

/// Has U-Boot ask for an address. Returns it, within its network.
pub(super) fn lease(prompt: &mut Prompt<'_, '_>) -> anyhow::Result<Subnet> {
    prompt.console().begin(JOIN, "asking the network's DHCP server for an address", 0);
    // U-Boot would load a file that the server names.
    prompt.ask(JOIN, "setenv autoload no", SET, |_| Some(()))?;
    let output = match prompt.run("dhcp", ASKS) {
        Ok(output) => output,
        // It goes on for ever where it was told to (`netretry`).
        Err(Error { cause: Cause::Missing(_), .. }) => {
            prompt.interrupt()?;
            return Err(unanswered().into());
        }
        Err(error) => return Err(error.into()),
    };
    if output.is_unknown() {
        let advice = "name the network that the board is on: --net 10.7.0.0/24";
        return Err(super::disk::no_command("dhcp").advised(advice).into());
    }
    if output.status != 0 {
        let trouble = Fetch::parse(&output.text).as_ref().and_then(hardware);
        return Err(trouble.unwrap_or_else(unanswered).into());
    }
    let address: Ipv4Addr = variable(prompt, "ipaddr")?;
    let netmask: Ipv4Addr = variable(prompt, "netmask")?;
    let subnet = format!("{address}/{}", netmask.to_bits().leading_ones()).parse();
    Ok(subnet.map_err(|error: SubnetError| {
        let text =
            format!("the DHCP server gave the board {address} with netmask {netmask}: {error}");
        Problem::Network(text).advised("name the network: --net 10.7.0.0/24")
    })?)
}

fn variable(prompt: &mut Prompt<'_, '_>, name: &str) -> Result<Ipv4Addr, Error> {
    prompt.ask(JOIN, &format!("printenv {name}"), SET, |text| {
        text.lines()
            .find_map(|line| line.trim().strip_prefix(name)?.strip_prefix('=')?.parse().ok())
    })
}

fn unanswered() -> Problem {
    Problem::Network("no DHCP server gave the board an address".into()).advised(
        "check the cable and the server, or name the network: --net 10.7.0.0/24 needs no server",
    )
}
