//! Made-up machines, and what is found on them.

use std::{fs, os::unix::fs::symlink};

use tempfile::TempDir;

use super::{Check, Finding, Machine, Severity, examine, machine::USB, remedy};
use crate::{exit::Exit, udev};

/// A machine in a folder.
struct Made {
    _root: TempDir,
    machine: Machine,
}

impl Made {
    /// Two buses, udev, alice who runs this, and the groups of Debian. `uid`: who runs it.
    fn new(uid: u32) -> Self {
        let root = tempfile::tempdir().expect("a temporary folder");
        let made = Self { machine: Machine::below(root.path()), _root: root };
        made.file(
            "/proc/self/status",
            &format!(
                "Name:\tx\nUid:\t{uid}\t{uid}\t{uid}\t{uid}\nGid:\t9\t9\t9\t9\nGroups:\t9 27 \n"
            ),
        );
        made.file(
            "/etc/passwd",
            "root:x:0:0::/root:/bin/sh\nalice:x:1000:1000::/home/alice:/bin/sh\n",
        );
        made.file("/etc/group", "root:x:0:\nplugdev:x:46:bob\nalice:x:1000:\n");
        made.file("/run/udev/control", "");
        made.hub("usb1", "480", 0).hub("usb2", "5000", 3)
    }

    fn alice() -> Self {
        Self::new(1000)
    }

    fn file(&self, path: &str, text: &str) {
        let path = self.machine.path(path);
        fs::create_dir_all(path.parent().expect("below the root")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    fn link(&self, path: &str, target: &str) {
        let path = self.machine.path(path);
        fs::create_dir_all(path.parent().expect("below the root")).expect("a folder");
        symlink(target, path).expect("a link");
    }

    /// A device with a node.
    fn device(self, name: &str, ids: (u16, u16), speed: &str, class: (u8, u8)) -> Self {
        let address = self.machine.names(USB).map_or(0, |names| names.len()) + 1;
        let set = |file: &str, text: String| self.file(&format!("{USB}/{name}/{file}"), &text);
        set("idVendor", format!("{:04x}\n", ids.0));
        set("idProduct", format!("{:04x}\n", ids.1));
        set("busnum", "1\n".into());
        set("devnum", format!("{address}\n"));
        set("speed", format!("{speed}\n"));
        set("bDeviceClass", format!("{:02x}\n", class.0));
        set("bDeviceProtocol", format!("{:02x}\n", class.1));
        set("product", "Thing\n".into());
        self.file(&format!("/dev/bus/usb/001/{address:03}"), "");
        self
    }

    fn hub(self, name: &str, speed: &str, protocol: u8) -> Self {
        self.device(name, (0x05e3, 0x0610), speed, (9, protocol))
    }

    fn board(self, name: &str, speed: &str) -> Self {
        self.device(name, (0x1f3a, 0xefe8), speed, (0, 0))
    }

    /// A serial adapter with a serial port.
    fn adapter(self, name: &str, tty: &str, driver: &str) -> Self {
        let made = self.device(name, (0x0403, 0x6001), "12", (0, 0));
        made.file(&format!("/sys/devices/usb1/{name}/{name}:1.0/{tty}/uevent"), "");
        let device = format!("../../../devices/usb1/{name}/{name}:1.0/{tty}");
        made.link(&format!("/sys/class/tty/{tty}/device"), &device);
        made.link(
            &format!("/sys/devices/usb1/{name}/{name}:1.0/{tty}/driver"),
            &format!("../../{driver}"),
        );
        made.file(&format!("/dev/{tty}"), "");
        made
    }

    fn node(&self, name: &str) -> String {
        let address: u16 = self.machine.number(&format!("{USB}/{name}/devnum")).expect("a device");
        format!("/dev/bus/usb/001/{address:03}")
    }

    fn install(&self, name: &str) {
        self.file(&format!("/etc/udev/rules.d/{name}"), &udev::rules());
    }

    fn find(&self, check: Check) -> Vec<Finding> {
        let all = examine(&self.machine, None);
        all.into_iter().filter(|finding| finding.check == check).collect()
    }

    /// The one finding of a check that is not as it should be.
    #[track_caller]
    fn fault(&self, check: Check, severity: Severity, text: &str) -> Finding {
        let mut found = self.find(check);
        found.retain(|finding| finding.severity != Severity::Ok);
        let [fault] = found.as_slice() else { panic!("not one: {found:#?}") };
        assert_eq!(fault.severity, severity, "{fault:?}");
        assert!(fault.text.contains(text), "{fault:?}");
        fault.clone()
    }

    /// All findings of a check are as they should be; one of them says `text`.
    #[track_caller]
    fn fine(&self, check: Check, text: &str) {
        let found = self.find(check);
        assert!(found.iter().all(|finding| finding.severity == Severity::Ok), "{found:#?}");
        assert!(found.iter().any(|finding| finding.text.contains(text)), "{found:#?}");
    }
}

#[test]
fn a_machine_in_order_has_no_fault() {
    let made = Made::alice().hub("1-1", "480", 2).board("1-1.4", "480");
    made.install(udev::FILE);
    made.file("/sys/module/usbcore/parameters/usbfs_memory_mb", "16\n");
    let all = examine(&made.machine, None);
    assert!(all.iter().all(|finding| finding.severity == Severity::Ok), "{all:#?}");
    for check in [
        Check::Usb,
        Check::Permission,
        Check::Udev,
        Check::Memory,
        Check::Busy,
        Check::Hub,
        Check::Serial,
        Check::Prober,
    ] {
        assert!(all.iter().any(|finding| finding.check == check), "{check:?} says nothing");
    }
}

#[test]
fn a_machine_without_usb_says_so() {
    let made = Made::alice();
    let sys = made.machine.path("/sys");
    fs::remove_dir_all(&sys).expect("it was made");
    let fault = made.fault(Check::Usb, Severity::Problem, "cannot be listed");
    assert_eq!(fault.exit(), Exit::Failed);
    assert!(fault.remedy.contains("is this a container"), "{fault:?}");
    made.file("/.dockerenv", "");
    let fault = made.fault(Check::Usb, Severity::Problem, "cannot be listed");
    assert!(fault.remedy.starts_with("this is a container"), "{fault:?}");
    fs::create_dir_all(made.machine.path(USB)).expect("a folder");
    made.fault(Check::Usb, Severity::Note, "no USB bus");
}

#[test]
fn devices_without_nodes() {
    let made = Made::alice().board("1-1", "480");
    fs::remove_file(made.machine.path(&made.node("1-1"))).expect("it was made");
    let fault = made.fault(Check::Usb, Severity::Problem, "does not exist");
    assert_eq!(fault.port.map(|port| port.to_string()).as_deref(), Some("1-1"));
    let made = Made::alice();
    fs::remove_dir_all(made.machine.path("/dev")).expect("it was made");
    let fault = made.fault(Check::Usb, Severity::Problem, "have no nodes");
    assert!(fault.remedy.contains("--volume /dev/bus/usb"), "{fault:?}");
}

#[test]
fn no_board_is_a_note() {
    let made = Made::alice().device("1-3", (0x0bda, 0x8153), "480", (0, 0));
    let fault = made.fault(Check::Board, Severity::Note, "no board in a recovery mode");
    assert_eq!(fault.exit(), Exit::Done);
    let at = |port: &str| {
        let all = examine(&made.machine, Some(&port.parse().expect("a port")));
        all.into_iter().find(|finding| finding.check == Check::Board).expect("a note").text
    };
    assert!(at("1-3").contains("Thing (0bda:8153)"), "{}", at("1-3"));
    assert!(at("1-4").contains("nothing is plugged in at port 1-4"), "{}", at("1-4"));
}

#[test]
fn a_port_limits_what_is_looked_at() {
    let made = Made::alice().board("1-1", "480").board("1-2", "480");
    made.link(&format!("{USB}/1-0:1.0/usb1-port2/peer"), "../../../usb2/2-0:1.0/usb2-port2");
    for asked in ["1-2", "2-2"] {
        let all = examine(&made.machine, Some(&asked.parse().expect("a port")));
        let ports: Vec<_> = all.iter().filter_map(|finding| finding.port.as_ref()).collect();
        assert!(
            !ports.is_empty() && ports.iter().all(|port| port.to_string() == "1-2"),
            "{all:#?}"
        );
    }
}

#[test]
fn a_node_that_fails_otherwise() {
    let made = Made::alice().board("1-1", "480");
    let node = made.machine.path(&made.node("1-1"));
    fs::remove_file(&node).expect("it was made");
    fs::create_dir(&node).expect("a folder cannot be opened for writing");
    made.fault(Check::Busy, Severity::Problem, "cannot be opened");
}

/// What alice is told step by step, as she does what she is told.
#[test]
fn the_remedy_is_what_is_still_missing() {
    let made = Made::alice().board("1-1", "480");
    let node = made.node("1-1");
    let steps = || remedy(&made.machine, &node).lines().map(str::to_owned).collect::<Vec<_>>();
    let (install, reload) = (super::access::INSTALL, super::access::RELOAD);
    let join = ["sudo usermod -aG plugdev alice", "log in again"];
    assert_eq!(steps(), [install, reload, join[0], join[1]]);
    made.file("/etc/group", "root:x:0:\n");
    assert_eq!(steps(), [super::access::ADD_GROUP, install, reload, join[0], join[1]]);
    // The node of a made-up machine belongs to whoever runs the test.
    let gid = std::os::unix::fs::MetadataExt::gid(
        &fs::metadata(made.machine.path(&node)).expect("a node"),
    );
    made.file("/etc/group", &format!("plugdev:x:{gid}:bob\n"));
    made.install(udev::FILE);
    assert_eq!(steps(), join);
    made.file("/etc/group", &format!("plugdev:x:{}:bob\n", gid + 1));
    assert_eq!(steps(), [reload, join[0], join[1]], "the rules are younger than the node");
    made.file("/etc/group", &format!("plugdev:x:{gid}:bob,alice\n"));
    assert_eq!(steps(), ["log in again: alice is in plugdev, but this session began before that"]);
    made.file("/proc/self/status", &format!("Uid:\t1000\t1000\t1000\t1000\nGroups:\t{gid}\n"));
    assert_eq!(steps(), [reload, "plug the board in again"]);
    assert!(install.ends_with(udev::FILE) && super::access::ADD_GROUP.ends_with(udev::GROUP));
}

#[test]
fn who_is_at_the_desk_needs_no_group() {
    let made = Made::alice().board("1-1", "480");
    made.file("/run/systemd/seats/seat0", "# made\nACTIVE=c1\nACTIVE_UID=1000\n");
    let node = made.node("1-1");
    assert_eq!(
        remedy(&made.machine, &node),
        format!("{}\n{}", super::access::INSTALL, super::access::RELOAD)
    );
    made.install(udev::FILE);
    assert_eq!(remedy(&made.machine, &node), super::access::RELOAD);
    made.file("/run/systemd/seats/seat0", "ACTIVE_UID=1001\n");
    assert!(remedy(&made.machine, &node).contains("usermod"));
}

#[test]
fn without_udev_only_root_or_a_gift_helps() {
    let made = Made::alice().board("1-1", "480");
    fs::remove_file(made.machine.path("/run/udev/control")).expect("it was made");
    let node = made.node("1-1");
    assert!(remedy(&made.machine, &node).ends_with(&format!("sudo chown alice {node}")));
    made.fault(Check::Udev, Severity::Note, "udev is not running");
    made.file("/etc/passwd", "");
    assert!(remedy(&made.machine, &node).contains("sudo chown \"$USER\""));
    made.file("/proc/self/status", "Uid:\t0\t0\t0\t0\n");
    made.fine(Check::Udev, "root needs none");
    assert!(remedy(&made.machine, &node).contains("--device-cgroup-rule 'c 189:* rmw'"));
}

#[test]
fn rules_are_current_or_not() {
    let made = Made::alice();
    let fault = made.fault(Check::Udev, Severity::Note, "only root may open boards");
    assert!(fault.text.contains("1f3a:efe8"), "{fault:?}");
    assert_eq!(fault.remedy, format!("{}\n{}", super::access::INSTALL, super::access::RELOAD));
    made.install(udev::FILE);
    made.fine(Check::Udev, "is this version's");
    made.file(&format!("/etc/udev/rules.d/{}", udev::FILE), &udev::rules().replace("0660", "0600"));
    made.fault(Check::Udev, Severity::Note, "another version");
}

#[test]
fn a_file_hides_those_of_the_same_name_in_later_folders() {
    let made = Made::alice();
    made.file(&format!("/usr/lib/udev/rules.d/{}", udev::FILE), &udev::rules());
    made.fine(Check::Udev, "/usr/lib/udev/rules.d/");
    made.file(&format!("/etc/udev/rules.d/{}", udev::FILE), "");
    made.fault(Check::Udev, Severity::Note, "no udev rule is installed");
}

#[test]
fn rules_under_another_name() {
    let made = Made::alice();
    made.install("99-mine.rules");
    let fault = made.fault(Check::Udev, Severity::Note, "too late for uaccess");
    assert!(fault.remedy.starts_with("sudo rm /etc/udev/rules.d/99-mine.rules\n"), "{fault:?}");
    fs::remove_file(made.machine.path("/etc/udev/rules.d/99-mine.rules")).expect("it was made");
    made.install("60-mine.rules");
    let fault = made.fault(Check::Udev, Severity::Note, "60-mine.rules has a name");
    assert!(!fault.text.contains("too late"), "{fault:?}");
}

#[test]
fn rules_of_others() {
    let vendor = "SUBSYSTEM==\"usb\", ATTRS{idVendor}==\"1F3A\", \\\n  ";
    let file = "/usr/lib/udev/rules.d/60-sunxi-tools.rules";
    for (rule, serves) in [
        (format!("{vendor}ATTR{{idProduct}}==\"efe8\", GROUP=\"sunxi-fel\""), true),
        (format!("{vendor}MODE:=\"0666\""), true),
        (format!("{vendor}ATTR{{idProduct}}==\"1010\", TAG+=\"uaccess\""), false),
        (format!("{vendor}ATTR{{idProduct}}==\"efe8\", SYMLINK+=\"fel\""), false),
        (format!("# {}", vendor.replace("\\\n", "TAG+=\"uaccess\"")), false),
    ] {
        let made = Made::alice();
        made.file(file, &rule);
        let text = if serves { file } else { "only root may open boards" };
        // Rules for Rockchip's boards are missing in any case.
        let found = made.find(Check::Udev);
        let about = found.iter().find(|finding| finding.text.contains("1f3a:efe8"));
        let about = about.unwrap_or_else(|| panic!("nothing about FEL: {found:#?}"));
        assert!(about.severity == Severity::Note && about.text.contains(text), "{about:?}");
    }
}

#[test]
fn a_group_that_udev_does_not_take() {
    let made = Made::alice();
    made.install(udev::FILE);
    made.file("/etc/group", "root:x:0:\n");
    let fault = made.fault(Check::Udev, Severity::Note, "no group plugdev");
    assert!(fault.remedy.starts_with("sudo groupadd --system plugdev"), "{fault:?}");
    made.file("/etc/group", "plugdev:x:1001:\n");
    made.fault(Check::Udev, Severity::Note, "no system group");
}

#[test]
fn usbfs_memory() {
    let mut made = Made::alice();
    let limit = "/sys/module/usbcore/parameters/usbfs_memory_mb";
    assert_eq!(super::boards_at_once(&made.machine), None, "nothing is known of it");
    made.file(limit, "16\n");
    assert_eq!(super::boards_at_once(&made.machine), Some(15));
    made.fine(Check::Memory, "enough for 15 boards");
    for port in 1..=4 {
        made = made.board(&format!("1-{port}"), "480");
    }
    // A MiB each: 4 MiB, which is half of 8, more than half of 7, and just all of 4.
    made.file(limit, "8\n");
    made.fine(Check::Memory, "4 boards at once want 4.0 MiB");
    made.file(limit, "7\n");
    made.fault(Check::Memory, Severity::Note, "other programs share it");
    made.file(limit, "4\n");
    let fault = made.fault(Check::Memory, Severity::Problem, "transfers will fail");
    assert_eq!(fault.exit(), Exit::Failed);
    assert!(fault.remedy.starts_with(&format!("now: echo 64 | sudo tee {limit}\n")), "{fault:?}");
    assert!(
        fault.remedy.ends_with("usbcore.usbfs_memory_mb=64 to the kernel's command line"),
        "{fault:?}"
    );
    fs::create_dir_all(made.machine.path("/run/systemd/system")).expect("a folder");
    let fault = made.fault(Check::Memory, Severity::Problem, "transfers will fail");
    assert!(fault.remedy.ends_with("sudo tee /etc/tmpfiles.d/racklet-flash.conf"), "{fault:?}");
    made.file(limit, "0\n");
    assert_eq!(super::boards_at_once(&made.machine), None, "there is no limit");
    made.fine(Check::Memory, "any amount");
}

#[test]
fn an_interface_that_is_held() {
    let made = Made::alice().board("1-1", "480").board("1-11", "480");
    let driver = format!("{USB}/1-1:1.0/driver");
    made.link(&driver, "../../../bus/usb/drivers/option");
    let fault = made.fault(
        Check::Busy,
        Severity::Problem,
        "the kernel's driver option holds interface 1-1:1.0",
    );
    assert_eq!(fault.remedy, "echo 1-1:1.0 | sudo tee /sys/bus/usb/drivers/option/unbind");
    fs::remove_file(made.machine.path(&driver)).expect("it was made");
    made.link(&driver, "../../../bus/usb/drivers/usbfs");
    made.fault(Check::Busy, Severity::Problem, "a program that could not be seen");
    made.file("/proc/4000001/cmdline", "sunxi-fel\0uboot\0x.bin\0");
    made.link("/proc/4000001/fd/5", &made.node("1-1"));
    let fault = made.fault(
        Check::Busy,
        Severity::Problem,
        "claimed by process 4000001 (sunxi-fel uboot x.bin)",
    );
    assert!(fault.remedy.ends_with("kill 4000001"), "{fault:?}");
    fs::remove_file(made.machine.path(&driver)).expect("it was made");
    made.file("/proc/4000001/cmdline", "");
    made.file("/proc/4000001/comm", "sunxi-fel\n");
    made.fault(Check::Busy, Severity::Note, "open in process 4000001 (sunxi-fel)");
    made.link("/proc/4000002/fd/0", "/dev/null");
    fs::remove_file(made.machine.path("/proc/4000001/fd/5")).expect("it was made");
    made.fine(Check::Busy, "no driver and no program holds it");
}

#[test]
fn the_way_to_a_board_is_told() {
    let made = Made::alice().hub("1-1", "480", 1).hub("1-1.4", "480", 2).board("1-1.4.2", "480");
    made.fine(
        Check::Hub,
        "480 Mbit/s through 1-1.4 (Thing, 480 Mbit/s, a translator a port), \
         1-1 (Thing, 480 Mbit/s, one translator), usb1 (Thing, 480 Mbit/s)",
    );
}

#[test]
fn a_boot_rom_that_knows_full_speed_only_is_not_slow() {
    let made = Made::alice().hub("1-1", "480", 1).board("1-1.4", "12");
    assert!(made.find(Check::Hub).iter().all(|finding| finding.severity == Severity::Ok));
}

#[test]
fn slow_boards_that_share_a_translator() {
    let shared = |made: &Made| {
        let found =
            made.find(Check::Hub).into_iter().filter(|finding| finding.text.contains("share"));
        found.map(|finding| finding.text).collect::<Vec<_>>()
    };
    let two = |protocol| {
        Made::alice().hub("1-1", "480", protocol).board("1-1.1", "12").board("1-1.2", "12")
    };
    assert_eq!(
        shared(&two(1)),
        ["the boards at 1-1.1, 1-1.2 share the one translator of hub 1-1: 1.2 MB/s together"]
    );
    assert!(shared(&two(2)).is_empty());
    assert!(shared(&two(0)).is_empty(), "a hub that tells of none");
    assert!(
        shared(&Made::alice().board("1-1", "12").board("1-2", "12")).is_empty(),
        "a bus shares nothing"
    );
    let bus = Made::alice().board("1-1", "12").board("1-2", "12");
    bus.file(&format!("{USB}/usb1/bDeviceProtocol"), "01\n");
    assert!(shared(&bus).is_empty(), "nor one whose controller has a translator inside");
    let below = Made::alice()
        .hub("1-1", "480", 2)
        .hub("1-1.3", "12", 0)
        .board("1-1.3.1", "12")
        .board("1-1.3.2", "12")
        .board("1-1.4", "12");
    assert_eq!(
        shared(&below),
        [
            "the boards at 1-1.3.1, 1-1.3.2 share the one translator of port 1-1.3: 1.2 MB/s together"
        ]
    );
}

#[test]
fn power() {
    let made = Made::alice().hub("1-1", "480", 2).board("1-1.4", "480");
    made.file(&format!("{USB}/1-1/power/control"), "auto\n");
    made.fine(Check::Hub, "a translator a port, autosuspend)");
    made.file(&format!("{USB}/1-1.4/power/control"), "auto\n");
    let fault = made.fault(Check::Hub, Severity::Note, "autosuspend is on");
    assert!(fault.remedy.contains("1-1.4/power/control"), "{fault:?}");
    made.file(&format!("{USB}/1-1.4/power/control"), "on\n");
    let port = format!("{USB}/1-1:1.0/1-1-port3");
    made.file(&format!("{port}/over_current_count"), "0\n");
    made.file(&format!("{port}/disable"), "0\n");
    made.fine(Check::Hub, "");
    made.file(&format!("{port}/over_current_count"), "2\n");
    let fault = made.fault(Check::Hub, Severity::Note, "drawn from the port 1-1.3, 2 times");
    assert_eq!(fault.port.map(|port| port.to_string()).as_deref(), Some("1-1.3"));
    made.file(&format!("{port}/over_current_count"), "0\n");
    made.file(&format!("{port}/disable"), "1\n");
    let fault = made.fault(Check::Hub, Severity::Note, "the port 1-1.3 is switched off");
    assert_eq!(fault.remedy, format!("echo 0 | sudo tee {port}/disable"));
}

#[test]
fn programs_that_probe() {
    let made = Made::alice();
    made.file("/proc/4000001/comm", "bash\n");
    made.fine(Check::Prober, "neither");
    made.file("/proc/4000001/comm", "ModemManager\n");
    made.fault(Check::Prober, Severity::Note, "ModemManager is running");
    made.install(udev::FILE);
    made.fine(Check::Prober, "keep it away");
    made.file("/proc/4000002/comm", "brltty\n");
    made.fault(Check::Prober, Severity::Note, "brltty is running");
}

#[test]
fn a_serial_adapter_and_its_port() {
    let made = Made::alice();
    made.fine(Check::Serial, "no USB serial adapter");
    let made = made.adapter("1-1", "ttyACM0", "cdc_acm");
    made.fine(Check::Serial, "/dev/ttyACM0 may be opened: Thing (0403:6001), driver cdc_acm");
    made.fine(Check::Busy, "no program has /dev/ttyACM0 open");
    let found = |port: &str| {
        let all = examine(&made.machine, Some(&port.parse().expect("a port")));
        all.iter().filter(|finding| finding.check == Check::Serial).count()
    };
    assert_eq!((found("1-1"), found("1-2")), (1, 0));
    fs::remove_file(made.machine.path("/dev/ttyACM0")).expect("it was made");
    let fault = made.fault(Check::Serial, Severity::Problem, "/dev/ttyACM0 does not exist");
    assert_eq!(fault.port.map(|port| port.to_string()).as_deref(), Some("1-1"));
}

#[test]
fn a_serial_port_that_another_program_has() {
    let made = Made::alice().adapter("1-1", "ttyUSB0", "cp210x");
    made.file("/proc/4000001/cmdline", "minicom\0-D\0/dev/ttyUSB0\0");
    made.link("/proc/4000001/fd/3", "/dev/ttyUSB0");
    let fault = made.fault(
        Check::Busy,
        Severity::Problem,
        "/dev/ttyUSB0 is open in process 4000001 (minicom -D /dev/ttyUSB0)",
    );
    assert!(fault.remedy.ends_with("kill 4000001"), "{fault:?}");
}

/// What alice is told about a port that she may not open.
#[test]
fn the_group_of_serial_ports() {
    let made = Made::alice().adapter("1-1", "ttyUSB0", "cp210x");
    let remedy = || super::serial_remedy(&made.machine, "/dev/ttyUSB0");
    let join = "sudo usermod -aG dialout alice\nlog in again";
    assert_eq!(remedy(), join);
    made.file("/etc/group", "root:x:0:\ndialout:x:20:bob,alice\n");
    assert_eq!(remedy(), "log in again: alice is in dialout, but this session began before that");
    made.file("/proc/self/status", "Uid:\t1000\t1000\t1000\t1000\nGroups:\t20\n");
    assert!(remedy().contains("chgrp dialout /dev/ttyUSB0"), "{}", remedy());
    made.file("/proc/self/status", "Uid:\t0\t0\t0\t0\n");
    assert!(remedy().contains("docker run --device /dev/ttyUSB0"), "{}", remedy());
}

#[test]
fn an_adapter_that_holds_bytes_back() {
    let made = Made::alice().adapter("1-1", "ttyUSB0", "ftdi_sio");
    let timer = "/sys/bus/usb-serial/devices/ttyUSB0/latency_timer";
    made.file(timer, "16\n");
    let fault = made.fault(Check::Serial, Severity::Note, "for up to 16 ms");
    assert_eq!(fault.remedy, format!("echo 1 | sudo tee {timer}"));
    made.file("/proc/self/status", "Uid:\t0\t0\t0\t0\n");
    made.fine(Check::Serial, "commands shorten that");
    made.file("/proc/self/status", "Uid:\t1000\t1000\t1000\t1000\n");
    made.file(timer, "1\n");
    made.fine(Check::Serial, "for up to 1 ms");
}

#[test]
fn modem_manager_probes_adapters_whatever_the_rules() {
    let made = Made::alice().adapter("1-1", "ttyUSB0", "cp210x");
    made.install(udev::FILE);
    made.file("/proc/4000001/comm", "ModemManager\n");
    made.fault(Check::Prober, Severity::Note, "it may write to a serial adapter");
}

/// Whatever a machine's files hold, looking at them does not end the program.
#[test]
fn nonsense_is_borne() {
    let made = Made::alice().board("1-1", "fast");
    for file in ["idVendor", "busnum", "devnum", "bDeviceClass"] {
        made.file(&format!("{USB}/1-2/{file}"), "nonsense\n");
    }
    made.file("/etc/passwd", "::::\n\nroot\n");
    made.file("/etc/group", "plugdev\nplugdev:x:many:\n");
    made.file("/proc/self/status", "Uid:\nGroups:\tx\n");
    made.file("/sys/module/usbcore/parameters/usbfs_memory_mb", "-1");
    assert!(!examine(&made.machine, None).is_empty());
    assert!(!remedy(&made.machine, "/dev/bus/usb/009/009").is_empty());
}
