//! What is tried on the kernel.

mod amlogic;
mod any;
mod bare;
mod boards;
mod boot_files;
mod doctor;
mod fastboot;
mod fastboot_protocol;
mod faults;
mod machine;
mod mass_storage;
mod pyamlboot;
mod python;
mod rack;
mod recovery;
mod rkdeveloptool;
mod serial;
mod shown;
mod snagboot;
mod stopping;
mod sunxi_fel;
mod usbip;

use crate::harness::Case;

/// Every case there is. With the feature `libusb` those that reach boards are run through that library too.
pub(crate) fn all() -> Vec<Case> {
    let usual = [
        machine::CASES,
        bare::CASES,
        boards::CASES,
        faults::CASES,
        stopping::CASES,
        recovery::CASES,
        doctor::CASES,
        usbip::CASES,
        sunxi_fel::CASES,
        rkdeveloptool::CASES,
        pyamlboot::CASES,
        fastboot::CASES,
        fastboot_protocol::CASES,
        mass_storage::CASES,
        snagboot::CASES,
        boot_files::OURS,
        serial::CASES,
        shown::CASES,
        amlogic::CASES,
        any::CASES,
        rack::CASES,
        rkdeveloptool::OURS,
    ];
    let mut cases = usual.concat();
    if cfg!(feature = "libusb") {
        let again = [
            boards::CASES,
            faults::CASES,
            stopping::CASES,
            recovery::CASES,
            amlogic::CASES,
            any::CASES,
            rkdeveloptool::OURS,
            boot_files::OURS,
        ];
        cases.extend(again.concat().into_iter().map(|case| case.through("libusb")));
    }
    cases
}
