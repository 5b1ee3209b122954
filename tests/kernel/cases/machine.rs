//! The guest itself is what the other cases take it for.

use std::{
    fs,
    path::Path,
    thread,
    time::{Duration, Instant},
};

use crate::{
    harness::{Case, cases},
    tool::finish,
    usbmon::{Capture, Events},
    world::{as_user, other},
};

pub(super) const CASES: &[Case] = cases![
    a_virtual_host_controller_is_there_and_empty,
    usbmon_can_be_captured,
    lsusb_sees_root_hubs_alone,
    a_plain_user_is_one,
    short_waits_are_short,
    what_is_changed_stays_in_the_guest,
];

fn a_virtual_host_controller_is_there_and_empty() {
    let status = fs::read_to_string("/sys/devices/platform/vhci_hcd.0/status").expect("vhci-hcd");
    let free = |line: &&str| line.starts_with("hs") && line.contains(" 004 ");
    assert_eq!(status.lines().filter(free).count(), 15, "{status}");
}

fn usbmon_can_be_captured() {
    let list = finish(&mut other("tcpdump", "-D")).good().stdout;
    assert!(list.contains("usbmon1"), "{list}");
    let (capture, events) = (Capture::start(1, "machine"), Events::start(1, "machine"));
    // It asks the root hub for its descriptors.
    finish(&mut other("lsusb", "-v")).good();
    let bytes = fs::read(capture.stop()).expect("the capture");
    // The magic number of pcap, and LINKTYPE_USB_LINUX_MMAPPED.
    assert_eq!((&bytes[..4], bytes[20]), (&[0xd4, 0xc3, 0xb2, 0xa1][..], 220));
    assert!(bytes.len() > 1000, "{} bytes", bytes.len());
    // A control transfer to device 1, GET_DESCRIPTOR.
    let events = events.stop();
    assert!(events.contains(" S Ci:1:001:0 s 80 06 "), "{events}");
}

fn lsusb_sees_root_hubs_alone() {
    let list = finish(&mut other("lsusb", "")).good().stdout;
    let root_hub = |line: &str| line.contains("Device 001: ID 1d6b:000");
    assert!(!list.is_empty() && list.lines().all(root_hub), "{list}");
}

fn a_plain_user_is_one() {
    let id = finish(&mut as_user(&other("id", ""))).good().stdout;
    assert!(id.starts_with("uid=65534(nobody) gid=65534(nogroup) groups=65534(nogroup)"), "{id}");
    finish(&mut as_user(&other("touch", "/etc/by-nobody"))).bad(1, "Permission denied");
}

/// Timeouts of the transport are told apart by what they last.
fn short_waits_are_short() {
    for wait in [Duration::from_micros(100), Duration::from_millis(2)] {
        let mut waits: Vec<_> = (0..101).map(|_| lasted(|| thread::sleep(wait))).collect();
        waits.sort_unstable();
        println!("{wait:?}: {:?} to {:?}, mostly {:?}", waits[0], waits[100], waits[50]);
        assert!(waits[0] >= wait, "too short: {:?}", waits[0]);
        // A tick of 100 Hz would make it 10 ms and more.
        assert!(waits[50] < wait + Duration::from_millis(1), "too long: {:?}", waits[50]);
    }
}

fn lasted(body: impl FnOnce()) -> Duration {
    let start = Instant::now();
    body();
    start.elapsed()
}

fn what_is_changed_stays_in_the_guest() {
    let overlay = fs::read_to_string("/proc/mounts").expect("proc");
    assert!(overlay.starts_with("overlay / overlay rw"), "{overlay}");
    let marker = Path::new("/etc/racklet-flash-was-here");
    assert!(!marker.exists(), "an earlier guest has written to the machine");
    fs::write(marker, "").expect("root may write");
}
