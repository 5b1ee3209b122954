//! Disks that U-Boot shows over USB.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use link::{
    Silent,
    storage::{SECTOR, Storage},
};
use uboot::{
    disk::{Kind, Shown},
    host::{Console, Output, Pending, Prompt, reach_prompt},
    rom::{Drive, Gadget, Profile, World},
};

use super::setup::{Bench, drive, on, run};

/// What the computer at the other end of the cable has.
#[derive(Clone, Default)]
struct Cable(Arc<Mutex<Option<Box<dyn Storage>>>>);

impl Cable {
    fn disk(&self) -> std::sync::MutexGuard<'_, Option<Box<dyn Storage>>> {
        self.0.lock().expect("nobody panicked")
    }
}

impl Gadget for Cable {
    fn show(&mut self, disk: Box<dyn Storage>) {
        *self.disk() = Some(disk);
    }

    fn hide(&mut self) -> Option<Box<dyn Storage>> {
        self.disk().take()
    }
}

fn bench(drives: Vec<Drive>) -> (Bench, Cable) {
    let cable = Cable::default();
    let gadget: Option<Box<dyn Gadget>> = Some(Box::new(cable.clone()));
    let world = World { drives, gadget, ..World::new(115_200) };
    (Bench::new(Profile::default(), world), cable)
}

/// Starts `ums`, and listens until it waits for the other computer.
fn show(bench: &mut Bench, command: &str) -> Pending {
    let mut silent = Silent;
    let mut console = Console::new(&mut bench.line, &mut silent);
    let mut prompt = reach_prompt(&mut console).expect("a prompt");
    prompt.start(command).expect("it is typed");
    let mut pending = prompt.suspend();
    while !pending.text().contains('|') {
        assert!(!pending.has_ended(), "{}", pending.text());
        pending.listen(&mut bench.line, Duration::from_secs(1)).expect("a line");
    }
    pending
}

/// Ctrl-C, and what `ums` ends with.
fn hide(bench: &mut Bench, pending: Pending) -> Output {
    let mut silent = Silent;
    let mut console = Console::new(&mut bench.line, &mut silent);
    console.say(b"\x03").expect("a line");
    Prompt::resume(&mut console, pending).finish(Duration::from_secs(5)).expect("it ends")
}

#[test]
fn a_disk_is_shown_until_ctrl_c() {
    let (mut bench, cable) = bench(vec![drive(Kind::Emmc, 8192)]);
    let pending = show(&mut bench, "ums 0 mmc 0");
    let shown = Shown { part: 0, first: 0, sectors: 8192 };
    assert_eq!(Shown::parse(&pending.text()), Some(shown), "{}", pending.text());
    let mut disk = cable.disk();
    disk.as_mut().expect("it is shown").write_at(7, &[0x5a; SECTOR]).expect("inside");
    drop(disk);
    let ended = hide(&mut bench, pending);
    assert!(ended.text.contains("Operation aborted") && ended.status == 0, "{ended:?}");
    assert!(cable.disk().is_none());
    assert_eq!(bench.sectors(0, 7, 1), [0x5a; SECTOR]);
}

#[test]
fn a_boot_partition_is_shown_alone() {
    let (mut bench, cable) = bench(vec![drive(Kind::Emmc, 16384)]);
    let pending = show(&mut bench, "ums 0 mmc 0.2");
    let shown = Shown { part: 2, first: 0, sectors: 8192 };
    assert_eq!(Shown::parse(&pending.text()), Some(shown), "{}", pending.text());
    let wrote = cable.disk().as_mut().expect("it is shown").write_at(0, &[1; SECTOR]);
    wrote.expect("inside");
    hide(&mut bench, pending);
    bench.at_prompt(|prompt| run(prompt, "mmc dev 0"));
    assert_eq!(bench.sectors(0, 0, 1), [0; SECTOR], "the user area");
    bench.at_prompt(|prompt| run(prompt, "mmc dev 0 2"));
    assert_eq!(bench.sectors(0, 0, 1), [1; SECTOR], "boot1");
}

#[test]
fn a_reset_ends_it_and_the_disk_is_the_boards_again() {
    let (mut bench, cable) = bench(vec![drive(Kind::Sd, 8192)]);
    let pending = show(&mut bench, "ums 0 mmc 0");
    assert!(cable.disk().is_some() && !pending.has_ended());
    link::serial::SerialDevice::reset(&mut *on(&bench.board), Duration::from_secs(100));
    assert!(cable.disk().is_none());
    assert_eq!(bench.sectors(0, 0, 1), [0; SECTOR]);
}

#[test]
fn what_cannot_be_shown_is_refused() {
    let nvme = |block| drive(Kind::Nvme, 8192).with_blocks_of(block);
    for (drives, command, says) in [
        (vec![drive(Kind::Emmc, 8192)], "ums 0 mmc 1", "Bad device specification mmc 1"),
        (vec![drive(Kind::Emmc, 8192)], "ums 0 mmc 0.3", "Bad device specification mmc 0.3"),
        (vec![drive(Kind::Sd, 8192)], "ums 0 mmc 0.1", "Bad device specification"),
        (vec![Drive::empty_slot()], "ums 0 mmc 0", "Bad device specification"),
        (vec![nvme(512)], "ums 0 nvme 0", "Bad device specification"),
        (vec![drive(Kind::Emmc, 8192)], "ums 1 mmc 0", "Couldn't init USB controller"),
        (vec![drive(Kind::Emmc, 8192)], "ums 0", "Usage:"),
        (vec![nvme(4096)], "nvme scan; ums 0 nvme 0", ""),
    ] {
        let (mut bench, cable) = bench(drives);
        let refused = bench.say(command);
        assert!(refused.status == 1 && refused.text.contains(says), "{command}: {refused:?}");
        assert!(cable.disk().is_none(), "{command}");
    }
    let (mut shows, cable) = bench(vec![nvme(512)]);
    let pending = show(&mut shows, "nvme scan; ums 0 nvme 0");
    assert!(cable.disk().is_some() && Shown::parse(&pending.text()).is_some());
    let mut without = Bench::new(Profile::default(), World::new(115_200));
    assert!(without.say("help ums").is_unknown() && without.say("ums 0 mmc 0").is_unknown());
}
