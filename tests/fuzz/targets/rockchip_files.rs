//! What users of Rockchip boards have: loader files, ID blocks, packages, parameter files, partition tables, recipes.
#![no_main]

use rockusb::{
    gpt::{Place, Table},
    idb::{Head, IdBlock, OldHead},
    loader::{Loader, Recipe},
    package::{Archive, Package},
    parameter::Parameter,
    wire::{Cbw, Command, Csw},
};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(loader) = Loader::parse(bytes) {
        for entry in &loader.entries {
            let _ = (loader.plain_form(entry), loader.flash_form(entry));
        }
        let _ = IdBlock::of(&loader);
    }
    if let Ok(head) = Head::parse(bytes) {
        let _ = (head.check(bytes), head.sectors());
    }
    let _ = OldHead::parse(bytes);
    for chip in rockusb::chips::all() {
        let _ = rockusb::idb::misfit(bytes, chip);
    }
    let mut source = bytes;
    if let Ok(package) = Package::read(&mut source) {
        let _ = (package.check(&mut source), package.open(&mut source));
    }
    if let Ok(archive) = Archive::read(&mut source) {
        let _ = archive.check(&mut source);
    }
    for place in [Place::primary(bytes), Place::backup(bytes, 100_000)] {
        if let Ok(Some(table)) = Table::parse(place) {
            let _ = table.build(100_000);
        }
    }
    if let Ok(parameter) = Parameter::parse(bytes) {
        let _ = (parameter.table(1 << 20, 0), parameter.table(1 << 20, 0x2000));
    }
    if let Ok(text) = core::str::from_utf8(bytes) {
        let _ = (Recipe::parse(text), rockusb::loader::prebuilt(text));
    }
    if let Ok(cbw) = Cbw::from_bytes(bytes) {
        let _ = Command::from_cdb(cbw.lun, cbw.cdb_length, &cbw.cdb);
    }
    let _ = Csw::from_bytes(bytes);
});
