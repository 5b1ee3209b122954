//! `dhcp`: an address from the network.

use alloc::{format, string::ToString};
use core::time::Duration;

use super::{
    Uboot, World,
    commands::{Fail, Outcome},
};

/// How long a server takes.
const ANSWERS: Duration = Duration::from_millis(5);
/// How long U-Boot asks (`bootpretryperiod`, CONFIG_NET_RETRY_COUNT).
const ASKS: Duration = Duration::from_secs(28);

impl Uboot {
    /// `dhcp`. A file is not loaded: `autoload` must be `no`.
    pub(super) fn dhcp(&mut self, words: &[&str], now: Duration, world: &mut World) -> Outcome {
        if !words.is_empty() {
            return Err(Fail::Usage);
        }
        let ready = self.ethernet(now, world)?;
        world.print(ready, "BOOTP broadcast 1\n");
        let Some((address, netmask)) = world.network.as_mut().and_then(|network| network.lease())
        else {
            let until = ready + ASKS;
            world.print(until, "BOOTP broadcast 2\n\nRetry time exceeded; starting again\n");
            self.busy(until);
            return Err(Fail::Failed);
        };
        for (name, value) in [("ipaddr", address), ("netmask", netmask)] {
            self.environment.set(name, value.to_string());
        }
        let (done, took) = (ready + ANSWERS, ANSWERS.as_millis());
        world.print(done, &format!("DHCP client bound to address {address} ({took} ms)\n"));
        self.busy(done);
        if self.environment.get("autoload") == Some("no") {
            return Ok(());
        }
        world.print(done, "*** ERROR: `serverip' not set\n");
        Err(Fail::Failed)
    }
}
