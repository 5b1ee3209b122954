//! Finding the disk at a USB port, as the kernel's own driver shows it.

use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use link::Foreign;

use super::DiskError;
use crate::transport::{PortPath, Stop};

/// Class, subclass and protocol of an interface that is a disk: SCSI commands, bulk-only.
const DISK: &str = "08/06/50";
/// The time between two looks.
const LOOK: Duration = Duration::from_millis(50);
/// How long the kernel may take to ask a disk for its size.
const SETTLE: Duration = Duration::from_secs(15);

/// A disk at a USB port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundDisk {
    /// The port.
    pub port: PortPath,
    /// The kernel's name: `sda`.
    pub name: String,
    /// Major and minor number.
    pub number: (u32, u32),
    /// How many sectors of 512 bytes it has.
    pub sectors: u64,
    /// Bytes of its own blocks.
    pub block: u64,
    /// Whether it cannot be written.
    pub is_read_only: bool,
    /// Who makes it, as it says.
    pub vendor: String,
    /// What it calls itself.
    pub model: String,
    /// Its folder in sysfs.
    pub(super) folder: PathBuf,
}

impl FoundDisk {
    /// One for tests of what is done with it.
    #[cfg(test)]
    pub(crate) fn at(port: PortPath, name: &str, sectors: u64) -> Self {
        let (vendor, model, folder) = (String::new(), String::new(), PathBuf::new());
        let (name, number, is_read_only) = (name.to_owned(), (8, 0), false);
        Self { port, name, number, sectors, block: 512, is_read_only, vendor, model, folder }
    }

    /// Its node.
    pub fn node(&self) -> PathBuf {
        Path::new("/dev").join(&self.name)
    }

    /// Whether the same disk is still there.
    pub(super) fn is_there(&self, root: &Path) -> bool {
        number(&self.folder) == Some(self.number)
            && disks(root, &self.port).is_some_and(|disks| disks.contains(&self.folder))
    }
}

/// The one disk at a port or its twin. What is there is given time to show it; what is not there yet, `wait`.
///
/// # Errors
///
/// When there is none, more than one, or something else.
pub fn find_disk(port: &PortPath, wait: Duration, stop: &Stop) -> Result<FoundDisk, DiskError> {
    let start = Instant::now();
    loop {
        let error = match find_below(Path::new("/"), port) {
            Ok(found) => return Ok(found),
            Err(error) => error,
        };
        let limit = match &error {
            DiskError::Nothing(_) | DiskError::NoDisk(..) => wait,
            DiskError::Unready(_) => wait.max(SETTLE),
            _ => Duration::ZERO,
        };
        if stop.asked() {
            return Err(DiskError::Interrupted);
        }
        if start.elapsed() >= limit {
            return Err(error);
        }
        std::thread::sleep(LOOK);
    }
}

/// The same on the machine whose files are below `root`, at once.
fn find_below(root: &Path, port: &PortPath) -> Result<FoundDisk, DiskError> {
    let ports = [Some(port.clone()), port.twin()];
    let device = |port: &PortPath| root.join("sys/bus/usb/devices").join(port.to_string());
    let Some(port) = ports.into_iter().flatten().find(|port| device(port).exists()) else {
        return Err(DiskError::Nothing(port.clone()));
    };
    let classes = classes(root, &port);
    // The kernel shows a device before its interfaces.
    if classes.is_empty() {
        return Err(DiskError::Unready(port));
    }
    if !classes.iter().any(|class| class == DISK) {
        return Err(DiskError::NoDisk(port, classes.join(", ")));
    }
    match disks(root, &port).unwrap_or_default().as_slice() {
        [] => Err(DiskError::Unready(port)),
        [disk] => describe(disk, &port).ok_or(DiskError::Unready(port)),
        several => {
            let names = several.iter().filter_map(|disk| disk.file_name()?.to_str());
            Err(DiskError::Several(port, names.map(str::to_owned).collect()))
        }
    }
}

/// The folders of a port's interfaces: `1-3:1.0`.
fn interfaces(root: &Path, port: &PortPath) -> Vec<PathBuf> {
    let start = format!("{port}:");
    entries(&root.join("sys/bus/usb/devices"), |name| name.starts_with(&start))
}

/// Class, subclass and protocol of each.
fn classes(root: &Path, port: &PortPath) -> Vec<String> {
    let class = |folder: &PathBuf| {
        let of = |name| text(folder, name);
        Some(format!(
            "{}/{}/{}",
            of("bInterfaceClass")?,
            of("bInterfaceSubClass")?,
            of("bInterfaceProtocol")?
        ))
    };
    interfaces(root, port).iter().filter_map(class).collect()
}

/// The folders of a port's disks: `…/1-3:1.0/host0/target0:0:0/0:0:0:0/block/sda`.
fn disks(root: &Path, port: &PortPath) -> Option<Vec<PathBuf>> {
    let mut folders = interfaces(root, port);
    for level in ["host", "target", ""] {
        let is_next = |name: &str| name.starts_with(level) && (!level.is_empty() || is_unit(name));
        folders = folders.iter().flat_map(|folder| entries(folder, is_next)).collect();
    }
    let blocks = folders.iter().flat_map(|folder| entries(&folder.join("block"), |_| true));
    Some(blocks.collect::<Vec<_>>()).filter(|blocks| !blocks.is_empty())
}

/// Whether a folder is a logical unit: `0:0:0:0`.
fn is_unit(name: &str) -> bool {
    name.split(':').count() == 4 && name.split(':').all(|part| part.parse::<u64>().is_ok())
}

/// A disk whose size is known: a reader without a card has none.
fn describe(folder: &Path, port: &PortPath) -> Option<FoundDisk> {
    let of = |name| text(folder, name);
    Some(FoundDisk {
        port: port.clone(),
        name: folder.file_name()?.to_str()?.to_owned(),
        number: number(folder)?,
        sectors: of("size")?.parse().ok().filter(|sectors| *sectors > 0)?,
        block: of("queue/logical_block_size")?.parse().ok()?,
        is_read_only: of("ro")? != "0",
        vendor: Foreign(of("device/vendor")?).to_string(),
        model: Foreign(of("device/model")?).to_string(),
        folder: folder.to_owned(),
    })
}

/// The number of a block device.
pub(super) fn number(folder: &Path) -> Option<(u32, u32)> {
    let (major, minor) =
        text(folder, "dev")?.split_once(':').map(|(a, b)| (a.parse(), b.parse()))?;
    Some((major.ok()?, minor.ok()?))
}

/// What a file says, without white space around it.
pub(super) fn text(folder: &Path, name: &str) -> Option<String> {
    Some(fs::read_to_string(folder.join(name)).ok()?.trim().to_owned())
}

/// What is in a folder and has such a name, sorted.
pub(super) fn entries(folder: &Path, fits: impl Fn(&str) -> bool) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let is_one = |entry: &fs::DirEntry| entry.file_name().to_str().is_some_and(&fits);
    let mut found: Vec<_> = entries.flatten().filter(is_one).map(|entry| entry.path()).collect();
    found.sort();
    found
}

#[cfg(test)]
mod tests {
    use super::{super::users, *};

    /// A machine with a device at 1-3 and, where it is a disk, the kernel's `sda` with one partition.
    fn machine(class: &str, disks: &[&str]) -> tempfile::TempDir {
        let root = tempfile::tempdir().expect("a temporary folder");
        let devices = root.path().join("sys/bus/usb/devices");
        let interface = devices.join("1-3:1.0");
        file(&devices.join("1-3"), "idVendor", "1f3a");
        let parts: Vec<_> = class.split('/').collect();
        for (name, value) in
            ["bInterfaceClass", "bInterfaceSubClass", "bInterfaceProtocol"].iter().zip(parts)
        {
            file(&interface, name, value);
        }
        for (index, disk) in disks.iter().enumerate() {
            let unit = interface.join(format!("host0/target0:0:0/0:0:0:{index}"));
            let folder = unit.join("block").join(disk);
            let number = format!("8:{}", index * 16);
            let says = [
                ("size", "2097152"),
                ("ro", "0"),
                ("dev", &number),
                ("queue/logical_block_size", "512"),
                ("device/vendor", "Linux   "),
                ("device/model", "UMS disk 0      "),
                ("sda1/dev", "8:1"),
                ("sda1/partition", "1"),
            ];
            says.iter().for_each(|(name, value)| file(&folder, name, value));
        }
        root
    }

    fn file(folder: &Path, name: &str, text: &str) {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, format!("{text}\n")).expect("a file");
    }

    fn look(root: &Path) -> Result<FoundDisk, DiskError> {
        find_below(root, &"1-3".parse().expect("a port"))
    }

    #[test]
    fn the_disk_at_a_port_is_described() {
        let root = machine(DISK, &["sda"]);
        let found = look(root.path()).expect("a disk");
        assert_eq!((found.name.as_str(), found.number, found.sectors), ("sda", (8, 0), 2_097_152));
        assert_eq!((found.vendor.as_str(), found.model.as_str()), ("Linux", "UMS disk 0"));
        assert!(found.is_there(root.path()) && users::of(root.path(), &found).is_none());
        fs::remove_dir_all(&found.folder).expect("it goes");
        assert!(!found.is_there(root.path()));
    }

    #[test]
    fn what_is_no_disk_is_told() {
        let says = |root: &tempfile::TempDir| look(root.path()).expect_err("no disk").to_string();
        assert!(says(&machine("ff/42/03", &[])).ends_with("is no USB disk (ff/42/03)"));
        assert!(says(&machine(DISK, &[])).contains("has no device"));
        assert!(says(&machine(DISK, &["sda", "sdb"])).contains("more than one disk: sda, sdb"));
        let empty = machine(DISK, &["sda"]);
        let block = "sys/bus/usb/devices/1-3:1.0/host0/target0:0:0/0:0:0:0/block/sda";
        file(&empty.path().join(block), "size", "0");
        assert!(says(&empty).contains("has no device"), "a reader without a card");
        fs::remove_dir_all(empty.path().join("sys")).expect("it goes");
        assert!(says(&empty).contains("nothing is plugged in"));
    }

    #[test]
    fn what_uses_a_disk_is_told() {
        let root = machine(DISK, &["sda"]);
        let found = look(root.path()).expect("a disk");
        let used = || users::of(root.path(), &found).unwrap_or_default();
        file(
            root.path(),
            "proc/self/mountinfo",
            "22 1 0:20 / /sys rw - sysfs none rw\n30 1 8:1 / /media/usb\\040disk rw - vfat /dev/sda1 rw",
        );
        assert_eq!(used(), "sda1 is mounted at /media/usb disk");
        fs::remove_file(root.path().join("proc/self/mountinfo")).expect("it goes");
        file(
            root.path(),
            "proc/swaps",
            "Filename Type Size Used Priority\n/dev/sda1 partition 9 0 -2",
        );
        assert_eq!(used(), "sda1 is swap");
        fs::remove_file(root.path().join("proc/swaps")).expect("it goes");
        file(&found.folder, "sda1/holders/dm-0/dev", "253:0");
        assert_eq!(used(), "dm-0 is made of sda1");
    }
}
