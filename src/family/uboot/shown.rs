//! Storage that U-Boot shows as a USB disk (`ums`): the kernel's own driver moves its data, and the line waits.

use std::time::{Duration, Instant};

use anyhow::Context as _;
use link::{ByteLink, Foreign, StepId, Watch};
use uboot::{
    disk,
    host::{Console, Pending, Prompt, Step},
};

use super::{SECTOR, disk::Disk, ending::require_power, reached::Room};
use crate::{
    boards::storage::Storage,
    failure::Problem,
    family::{
        BlockTarget, Context, Medium,
        mass_storage::{Held, Target, require_kernel},
    },
    session::Access,
    transport::{self, DiskError, FoundDisk, PortLock, PortPath, SerialLink, Stop},
};

const SHOW: Step = Step::new(&(StepId::CHOOSE, "having U-Boot show the disk over USB"));
const HIDE: Step = Step::new(&(StepId::CHOOSE, "ending U-Boot's `ums`"));
const CTRL_C: &[u8] = b"\x03";
/// A word from U-Boot.
const WORD: Duration = Duration::from_secs(10);
/// How long a disk may take to come, where nobody says: U-Boot starts its controller, and the kernel asks for the disk's size.
const COMES: Duration = Duration::from_secs(20);
/// How long one of an earlier `ums` may take to leave.
const LEAVES: Duration = Duration::from_secs(3);
/// The time between two looks.
const LOOK: Duration = Duration::from_millis(50);

/// A disk that U-Boot shows over USB, open. Its `ums` runs until [`end`](Self::end).
pub(crate) struct Shown {
    held: Held,
    medium: Medium,
    stop: Stop,
    running: Running,
}

/// A `ums` that runs.
struct Running {
    pending: Pending,
    /// The command that goes back from an eMMC's boot partition to the user area.
    leave: Option<String>,
}

impl Shown {
    /// Has U-Boot at its prompt find storage and show it, and opens the disk that comes to the port which was named. Nothing
    /// on the storage is changed. Fails where U-Boot has no `ums`, where there is a disk at that port already, and where the
    /// one that comes is none of U-Boot's or has another size than U-Boot says.
    pub(crate) fn start(
        link: &mut SerialLink,
        storage: Storage,
        access: &Access,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<Self> {
        require_kernel(access)?;
        let port = access.disk.as_ref().context("USB was chosen, so a port was named")?;
        let lock = transport::lock_port(port)?;
        let (mut running, medium) = show(link, storage, port, cx)?;
        let place = (port, access.wait.unwrap_or(COMES));
        match running.open(link, storage, place, (lock, cx.stop)) {
            Ok(held) => {
                cx.desk.detail(&format!("U-Boot shows {storage} at {}", held.name));
                let medium = Medium { sectors: Some(held.disk.found.sectors), ..medium };
                Ok(Self { held, medium, stop: cx.stop.clone(), running })
            }
            Err(error) => {
                // What went wrong first is told.
                let _ = running.end(link, cx.desk);
                Err(error)
            }
        }
    }

    /// The disk as a storage.
    pub(crate) fn target(&self) -> Box<dyn BlockTarget + '_> {
        Box::new(Target::new(&self.held.disk, self.medium.clone(), &self.stop))
    }

    /// Ends `ums` where a disk is shown, and waits until U-Boot is at its prompt again.
    pub(crate) fn end(
        shown: &mut Option<Self>,
        link: &mut SerialLink,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        let Some(Self { held, running, .. }) = shown.take() else { return Ok(()) };
        // The kernel lets go of the disk before it leaves.
        drop(held);
        running.end(link, watch)
    }
}

/// Has U-Boot show storage.
fn show(
    link: &mut SerialLink,
    storage: Storage,
    port: &PortPath,
    cx: &mut Context<'_>,
) -> anyhow::Result<(Running, Medium)> {
    let mut console = Console::new(link, cx.desk);
    let mut prompt = Prompt::answered(&mut console);
    require_ums(&mut prompt)?;
    require_free(port, cx.stop)?;
    let memory = Room::find(&mut prompt)?.check;
    let disk = Disk::choose(&mut prompt, storage, memory)?;
    require_sectors(&disk)?;
    prompt.console().begin(SHOW, "having U-Boot show the disk over USB", 0);
    prompt.start(&disk.ums())?;
    Ok((Running { pending: prompt.suspend(), leave: disk.leave }, disk.medium))
}

/// Refuses a U-Boot that shows no disks.
fn require_ums(prompt: &mut Prompt<'_, '_>) -> anyhow::Result<()> {
    let has = prompt.run("help ums", WORD)?;
    // A U-Boot without `help` tells nothing of it.
    if !has.text.contains("Unknown command 'ums'") {
        return Ok(());
    }
    let text =
        "this U-Boot has no command `ums`, which shows storage as a USB disk; nothing was written";
    let advice = "use a U-Boot that is built with it (CONFIG_CMD_USB_MASS_STORAGE), or another way: --via ethernet --net SUBNET";
    Err(Problem::Refused(text.into()).advised(advice).into())
}

/// Refuses a port that a disk is at already. One of a `ums` that was ended a moment ago leaves.
fn require_free(port: &PortPath, stop: &Stop) -> Result<(), Problem> {
    let start = Instant::now();
    while let Ok(found) = transport::find_disk(port, Duration::ZERO, stop) {
        if start.elapsed() >= LEAVES {
            let FoundDisk { port, name, vendor, model, .. } = found;
            let text = format!(
                "a disk is at port {port} already ({name}, `{vendor} {model}`), before this board's U-Boot shows one; it was not opened"
            );
            return Err(Problem::OtherBoard(text).advised(
                "give the port that the board's USB device port is connected to with --usb-port",
            ));
        }
        std::thread::sleep(LOOK);
    }
    Ok(())
}

/// Refuses disks that `ums` does not show: its blocks are sectors.
fn require_sectors(disk: &Disk) -> Result<(), Problem> {
    match disk.block {
        SECTOR => Ok(()),
        block => Err(Problem::Refused(format!(
            "the disk has blocks of {block} bytes, and U-Boot's `ums` shows those of {SECTOR}; nothing was written"
        ))
        .advised("reach it over Ethernet: --via ethernet --net SUBNET")),
    }
}

/// Refuses a disk that is not what U-Boot says.
fn require_said(found: &FoundDisk, said: disk::Shown, storage: Storage) -> Result<(), Problem> {
    let part = storage.boot_partition().unwrap_or(0);
    if (said.part, said.first) != (part, 0) {
        return Err(Problem::Failed(format!(
            "U-Boot shows another part of the disk than {storage}"
        )));
    }
    if found.sectors == said.sectors {
        return Ok(());
    }
    let text = format!(
        "the disk at port {} ({}) has {} sectors, and U-Boot says that it shows {}: it is another board's; it was not opened",
        found.port, found.name, found.sectors, said.sectors
    );
    Err(Problem::OtherBoard(text)
        .advised("give the port that the board's USB device port is connected to with --usb-port"))
}

impl Running {
    /// Waits until U-Boot has said what it shows and the disk is at the port, at most for a time, and opens it.
    fn open(
        &mut self,
        link: &mut SerialLink,
        storage: Storage,
        (port, limit): (&PortPath, Duration),
        (lock, stop): (PortLock, &Stop),
    ) -> anyhow::Result<Held> {
        let start = Instant::now();
        loop {
            self.pending.listen(link, LOOK)?;
            require_power(&self.pending)?;
            if self.pending.has_ended() {
                return Err(ended(&self.pending.text()).into());
            }
            let said = disk::Shown::parse(&self.pending.text());
            let found = transport::find_disk(port, Duration::ZERO, stop);
            if let (Ok(found), Some(said)) = (&found, said) {
                require_said(found, said, storage)?;
                return Held::open(found.clone(), lock);
            }
            match found {
                Err(error @ (DiskError::Several(..) | DiskError::Interrupted)) => {
                    return Err(error.into());
                }
                found if start.elapsed() >= limit => return Err(missing(found)),
                _ => {}
            }
        }
    }

    /// Ends it, and waits for the prompt.
    fn end(mut self, link: &mut SerialLink, watch: &mut dyn Watch) -> anyhow::Result<()> {
        // The first of all: a user who wants to stop is waiting.
        link.write(CTRL_C, WORD)?;
        self.pending.listen(link, Duration::ZERO)?;
        require_power(&self.pending)?;
        let mut console = Console::new(link, watch);
        console.set_step(HIDE);
        // What it ends with may be damaged: the prompt tells.
        let _ = Prompt::resume(&mut console, self.pending).finish(WORD);
        let mut prompt = Prompt::open(&mut console)?;
        if let Some(command) = &self.leave {
            prompt.ask(HIDE, command, WORD, |_| Some(()))?;
        }
        Ok(())
    }
}

/// Why no disk is at the port.
fn missing(found: Result<FoundDisk, DiskError>) -> anyhow::Error {
    match found {
        Ok(_) => Problem::Failed("U-Boot does not say what `ums` shows; nothing was opened".into())
            .into(),
        Err(error) => Problem::Failed(format!("U-Boot's `ums` runs, and its disk did not come: {error}"))
            .advised("check that a cable leads from the board's USB device port to the port that --usb-port names (`lsusb -t`)")
            .into(),
    }
}

/// A `ums` that ended by itself: what it said.
fn ended(text: &str) -> Problem {
    let mark = ['|', '/', '-', '\\'];
    let lines = text.split(['\r', '\n']).map(|line| line.trim_start_matches(mark).trim());
    let lines = lines.take_while(|line| !line.starts_with("rf"));
    let words: Vec<_> =
        lines.filter(|line| !line.is_empty() && !line.starts_with("UMS: ")).collect();
    let text = format!("U-Boot's `ums` ended: {}; nothing was written", Foreign(words.join(" ")));
    Problem::Failed(text).advised(
        "check that a cable leads from the board's USB device port to this computer, and that this U-Boot drives that port",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ums_says_at_its_end_is_told() {
        let said = "\r\nUMS: LUN 0, dev mmc 0, hwpart 0, sector 0x0, count 0x2000\r\n\r|\r/Couldn't init USB controller.\r\nrf4:1.\r\n=> ";
        let text = ended(said).to_string();
        assert_eq!(
            text,
            "U-Boot's `ums` ended: Couldn't init USB controller.; nothing was written"
        );
    }

    #[test]
    fn a_disk_of_another_size_is_not_opened() {
        let found = FoundDisk::at("1-3".parse().expect("a port"), "sda", 8192);
        let said = |part, first, sectors| disk::Shown { part, first, sectors };
        let refused =
            |said, storage| require_said(&found, said, storage).map_err(|e| e.to_string());
        assert_eq!(refused(said(0, 0, 8192), Storage::Emmc), Ok(()));
        assert_eq!(refused(said(2, 0, 8192), Storage::EmmcBoot1), Ok(()));
        let other = refused(said(0, 0, 8191), Storage::Emmc).expect_err("shorter");
        assert!(other.contains("has 8192 sectors, and U-Boot says that it shows 8191"), "{other}");
        for wrong in [said(1, 0, 8192), said(0, 2048, 8192)] {
            let other = refused(wrong, Storage::Emmc).expect_err("another part");
            assert!(other.contains("another part"), "{other}");
        }
    }
}
