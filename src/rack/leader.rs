//! The first process of a hook, as it can be found again by another run: a hook outlives a racklet-flash that is killed.

use std::fs;

use rustix::process::{Pid, Signal, kill_process_group};
use serde::{Deserialize, Serialize};

/// The first process of a group, told from any other that gets its number later.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Leader {
    /// Its number, which is that of its group, too.
    pub process: u32,
    /// When it began: clock ticks since the kernel began.
    pub began: u64,
    /// Which start of the kernel that was.
    pub boot: String,
}

impl Leader {
    /// The process of this number, where it leads a group; `None`: it does not, or is gone.
    pub fn of(process: u32) -> Option<Self> {
        let boot = fs::read_to_string("/proc/sys/kernel/random/boot_id").ok()?.trim().to_owned();
        let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
        // The name before may have spaces and brackets in it.
        let (_, fields) = stat.rsplit_once(") ")?;
        let fields: Vec<_> = fields.split(' ').collect();
        let (group, began) = (fields.get(2)?.parse::<u32>().ok()?, fields.get(19)?.parse().ok()?);
        (process > 1 && group == process).then_some(Self { process, began, boot })
    }

    /// Ends its group, if it is still there; whether it was.
    pub fn end(&self) -> bool {
        let number = i32::try_from(self.process).ok().and_then(Pid::from_raw);
        let there = number.filter(|_| Self::of(self.process).as_ref() == Some(self));
        there.is_some_and(|group| kill_process_group(group, Signal::KILL).is_ok())
    }
}

#[cfg(test)]
mod tests {
    use std::{
        os::unix::process::{CommandExt, ExitStatusExt},
        process::Command,
    };

    use super::*;

    #[test]
    fn only_the_process_that_was_meant_is_ended() {
        let mut child = Command::new("sleep").arg("600").process_group(0).spawn().expect("sleep");
        let leader = Leader::of(child.id()).expect("it leads its group");
        for other in [
            Leader { began: leader.began + 1, ..leader.clone() },
            Leader { boot: "another".into(), ..leader.clone() },
            Leader { process: u32::MAX, ..leader.clone() },
        ] {
            assert!(!other.end(), "{other:?}");
        }
        assert!(child.try_wait().expect("ours").is_none());
        assert!(leader.end());
        assert_eq!(child.wait().expect("ours").signal(), Some(9));
        assert!(!leader.end());
        let mut member = Command::new("sleep").arg("600").spawn().expect("sleep");
        assert_eq!(Leader::of(member.id()), None);
        member.kill().and_then(|()| member.wait()).expect("ours");
    }
}
