//! Their client against our virtual board.

use std::{
    cell::RefCell,
    io::{Read, Seek, SeekFrom, Write},
    rc::Rc,
    time::Duration,
};

use link::{Fault, Setup, UsbError, UsbLink, cable::Cable as Wire};
use ours::{
    host::State,
    rom::{PROFILES, Profile, Program, Rom, Traits, profile},
    wire::Storage,
};
use rockusb::{
    device::{Device, Error, Transport},
    operation::{OperationSteps, UsbStep},
    protocol::{ResetOpcode, StorageIndex},
};

/// As long as their own drivers wait.
const LIMIT: Duration = Duration::from_secs(5);

/// A cable for their client. Like their driver for libusb it takes a short answer for a whole one.
struct Cable(Rc<RefCell<Wire>>);

impl Transport for Cable {
    type TransportError = UsbError;

    fn handle_operation<O, T>(&mut self, mut operation: O) -> Result<T, Error<UsbError>>
    where
        O: OperationSteps<T>,
    {
        let mut wire = self.0.borrow_mut();
        let link: &mut dyn UsbLink = &mut *wire;
        loop {
            let done = match operation.step() {
                UsbStep::WriteControl { request_type, request, value, index, data } => {
                    link.control_out(Setup { request_type, request, value, index }, data, LIMIT)
                }
                UsbStep::WriteBulk { data } => link.bulk_out(data, LIMIT),
                UsbStep::ReadBulk { data } => link.bulk_in(data, LIMIT).map(|_| ()),
                UsbStep::Finished(result) => return result.map_err(Error::OperationError),
            };
            done.map_err(Error::UsbError)?;
        }
    }
}

fn board(profile: &'static Profile, state: State) -> (Device<Cable>, Rc<RefCell<Wire>>) {
    let rom = Rom::new(profile, Traits::default(), state, profile.media());
    let wire = Rc::new(RefCell::new(Wire::new(rom)));
    (Device::new(Cable(Rc::clone(&wire))), wire)
}

fn vendors() -> impl Iterator<Item = &'static Profile> {
    PROFILES.iter().filter(|profile| profile.program == Program::Vendor)
}

fn ramp(length: usize) -> Vec<u8> {
    (0..length).map(|index| (index % 251) as u8).collect()
}

#[test]
fn they_download_to_every_mask_rom() {
    for profile in &PROFILES {
        let (mut device, wire) = board(profile, State::Maskrom);
        for length in [4093, 4094, 4095, 4096, 4097, 20_000] {
            device.write_maskrom_area(0x471, &ramp(length)).expect(profile.name);
        }
        device.write_maskrom_area(0x472, &ramp(50_000)).expect(profile.name);
        assert_eq!(wire.borrow().notes, [""; 0], "{}", profile.name);
        assert_eq!(wire.borrow_mut().reconnect(), Some(profile.comeback), "{}", profile.name);
        let chip = device.chip_info().expect(profile.name);
        assert_eq!(chip.inner(), profile.chip_info, "{}", profile.name);
    }
}

#[test]
fn a_sum_of_zero_works_for_them_where_the_mask_rom_allows_it() {
    for (name, works) in [("h96-max-m9", true), ("nanopi-r6s", false)] {
        let (mut device, wire) = board(profile(name).expect("a profile"), State::Maskrom);
        let first = device.write_maskrom_area_no_crc(0x471, &ramp(5000));
        first.expect("acknowledged, whatever becomes of it");
        let second = device.write_maskrom_area_no_crc(0x472, &ramp(5000));
        assert_eq!(second.is_ok() && wire.borrow_mut().reconnect().is_some(), works, "{name}");
    }
}

#[test]
fn their_questions_are_answered_on_every_board() {
    for profile in vendors() {
        let (mut device, _) = board(profile, State::Usbplug);
        let media = profile.media();
        let info = device.flash_info().expect(profile.name);
        assert_eq!(u64::from(info.sectors()), media[0].storage.sectors(), "{}", profile.name);
        assert_eq!(device.capability().expect(profile.name).inner(), profile.capability);
        let id = device.flash_id().expect(profile.name);
        let (name, number) = match media[0].kind {
            Storage::EMMC => ("EMMC", StorageIndex::Emmc),
            Storage::MTD_NAND => ("NAND", StorageIndex::Nand),
            Storage::MTD_SPI_NAND => ("SNAND", StorageIndex::MtdBlkSpiNand),
            Storage::MTD_SPI_NOR => ("NOR", StorageIndex::MtdBlkSpiNor),
            other => panic!("{}: {other:?}", profile.name),
        };
        assert_eq!(id.to_str().trim_end(), name, "{}", profile.name);
        assert_eq!(device.storage().expect(profile.name), number, "{}", profile.name);
    }
}

#[test]
fn they_write_read_and_erase() {
    for profile in vendors() {
        let (mut device, wire) = board(profile, State::Usbplug);
        let data = ramp(256 * 512);
        assert_eq!(device.write_lba(256, &data).expect(profile.name), data.len() as u32);
        let mut found = vec![0; data.len()];
        assert_eq!(device.read_lba(256, &mut found).expect(profile.name), data.len() as u32);
        assert_eq!(found, data, "{}", profile.name);
        device.erase_lba(256, 256).expect(profile.name);
        device.read_lba(256, &mut found).expect(profile.name);
        assert!(found.iter().all(|&byte| byte == found[0]), "{}", profile.name);
        assert_eq!(wire.borrow().notes, [""; 0]);
    }
}

#[test]
fn their_stream_writes_and_reads() {
    let (mut device, _) = board(profile("nanopi-r6s").expect("a profile"), State::Usbplug);
    let mut io = device.io().expect("a size");
    let data = ramp(300_001);
    io.seek(SeekFrom::Start(1000)).expect("inside");
    io.write_all(&data).expect("written");
    io.flush().expect("written");
    io.seek(SeekFrom::Start(1000)).expect("inside");
    let mut found = vec![0; data.len()];
    io.read_exact(&mut found).expect("read");
    assert!(found == data);
}

#[test]
fn they_switch_storage_and_restart() {
    let (mut device, wire) = board(profile("rock-5b").expect("a profile"), State::Usbplug);
    device.switch_storage(StorageIndex::MtdBlkSpiNor).expect("acknowledged");
    assert_eq!(device.storage().expect("told"), StorageIndex::MtdBlkSpiNor);
    device.switch_storage(StorageIndex::Sd0).expect("acknowledged, and nothing else");
    assert_eq!(device.storage().expect("told"), StorageIndex::MtdBlkSpiNor);
    device.reset_device(ResetOpcode::Maskrom).expect("acknowledged");
    assert!(device.chip_info().is_err_and(|error| {
        matches!(error, Error::UsbError(UsbError { fault: Fault::Gone, .. }))
    }));
    assert!(wire.borrow_mut().reconnect().is_some());
}
