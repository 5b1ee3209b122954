//! What usbfs may use for transfers, on the whole machine together.

use super::{
    Machine, Scene,
    finding::{Check, Finding},
};
use crate::transport;

/// The kernel's limit, in MiB; 0 is none.
const LIMIT: &str = "/sys/module/usbcore/parameters/usbfs_memory_mb";
const MIB: u64 = 1 << 20;
/// What is proposed at least.
const PROPOSED: u64 = 64;

pub(super) fn check(scene: &Scene<'_>) -> Vec<Finding> {
    let limit: Option<u64> = scene.machine.number(LIMIT);
    limit.map(|limit| judge(scene, limit)).into_iter().collect()
}

/// The kernel counts a little more than the data itself, so a limit that is just reached is too low.
fn judge(scene: &Scene<'_>, limit: u64) -> Finding {
    let bytes = limit.saturating_mul(MIB);
    let boards = scene.modes().count();
    let wanted = boards as u64 * transport::IN_FLIGHT;
    let text = format!("usbfs may use {limit} MiB; {boards} boards at once want {}", mib(wanted));
    if limit == 0 {
        Finding::ok(Check::Memory, "usbfs may use any amount of memory")
    } else if wanted == 0 {
        let fit = (bytes - 1) / transport::IN_FLIGHT;
        Finding::ok(
            Check::Memory,
            format!("usbfs may use {limit} MiB, enough for {fit} boards at once"),
        )
    } else if wanted >= bytes {
        Finding::problem(Check::Memory, format!("{text}: transfers will fail"))
            .remedy(remedy(scene, wanted))
    } else if wanted * 2 > bytes {
        Finding::note(Check::Memory, format!("{text}, and other programs share it"))
            .remedy(remedy(scene, wanted))
    } else {
        Finding::ok(Check::Memory, text)
    }
}

/// How many boards can have their transfers in flight at once on this machine; `None`: any number.
pub fn boards_at_once(machine: &Machine) -> Option<usize> {
    let limit = machine.number::<u64>(LIMIT).filter(|limit| *limit > 0)?;
    let fit = (limit.saturating_mul(MIB) - 1) / transport::IN_FLIGHT;
    usize::try_from(fit).ok()
}

fn mib(bytes: u64) -> String {
    let tenths = (bytes * 10).div_ceil(MIB);
    format!("{}.{} MiB", tenths / 10, tenths % 10)
}

/// Raises the limit until the machine restarts.
fn raise(mib: u64) -> String {
    format!("echo {mib} | sudo tee {LIMIT}")
}

/// The limit that is proposed where it is not known what is wanted.
pub fn advice() -> String {
    format!("raise the kernel's limit: {}", raise(PROPOSED))
}

fn remedy(scene: &Scene<'_>, wanted: u64) -> String {
    let mib = (wanted * 2).div_ceil(MIB).next_power_of_two().max(PROPOSED);
    let for_good = if scene.machine.has("/run/systemd/system") {
        format!("echo 'w {LIMIT} - - - - {mib}' | sudo tee /etc/tmpfiles.d/racklet-flash.conf")
    } else {
        format!("add usbcore.usbfs_memory_mb={mib} to the kernel's command line")
    };
    format!("now: {}\nfor good: {for_good}", raise(mib))
}
