//! U-Boot's variables.

use alloc::{collections::BTreeMap, format, string::String, vec::Vec};
use core::{net::Ipv4Addr, time::Duration};

use super::{
    Uboot, World,
    commands::{Fail, Outcome},
};

/// Addresses, which must look like one.
const ADDRESSES: [&str; 4] = ["ipaddr", "serverip", "gatewayip", "netmask"];
/// What may be set once.
const ONCE: &str = "ethaddr";

/// The variables.
pub(super) struct Environment(BTreeMap<String, String>);

impl Environment {
    /// With these variables.
    pub(super) fn new(variables: &[(String, String)]) -> Self {
        Self(variables.iter().cloned().collect())
    }

    /// A variable's value.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// An address in a variable.
    pub(super) fn address(&self, name: &str) -> Option<Ipv4Addr> {
        self.get(name)?.parse().ok()
    }

    /// Sets a variable, as commands do that load something.
    pub(super) fn set(&mut self, name: &str, value: String) {
        self.0.insert(name.into(), value);
    }

    /// Sets or removes a variable, as a user; fails in U-Boot's words.
    fn change(&mut self, name: &str, value: &str) -> Result<(), String> {
        if value.is_empty() {
            self.0.remove(name);
            return Ok(());
        }
        let refused = match name {
            ONCE if self.0.contains_key(ONCE) => format!("## Error: Can't overwrite \"{name}\"\n"),
            name if ADDRESSES.contains(&name) && value.parse::<Ipv4Addr>().is_err() => {
                format!(
                    "## Error: flags type check failure for \"{name}\" <= \"{value}\" (type: i)\n"
                )
            }
            _ => {
                self.set(name, value.into());
                return Ok(());
            }
        };
        Err(format!("{refused}## Error inserting \"{name}\" variable, errno=1\n"))
    }
}

impl Uboot {
    /// `setenv NAME [VALUE…]`.
    pub(super) fn setenv(&mut self, words: &[&str], now: Duration, world: &mut World) -> Outcome {
        let [name, value @ ..] = words else { return Err(Fail::Usage) };
        self.environment.change(name, &value.join(" ")).map_err(|refused| {
            world.print(now, &refused);
            Fail::Failed
        })
    }

    /// `printenv [NAME…]`.
    pub(super) fn printenv(&mut self, words: &[&str], now: Duration, world: &mut World) -> Outcome {
        if words.is_empty() {
            let lines = self.environment.0.iter().map(|(name, value)| format!("{name}={value}\n"));
            let text = lines.collect::<String>();
            let size = text.len() + 1;
            world.print(now, &format!("{text}\nEnvironment size: {size}/65532 bytes\n"));
            return Ok(());
        }
        let mut missing = Vec::new();
        for name in words {
            match self.environment.get(name) {
                Some(value) => world.print(now, &format!("{name}={value}\n")),
                None => {
                    missing.push(name);
                    world.print(now, &format!("## Error: \"{name}\" not defined\n"));
                }
            }
        }
        if missing.is_empty() { Ok(()) } else { Err(Fail::Failed) }
    }
}
