//! Command blocks and statuses, theirs and ours.

use ours::wire::{Cbw, Command, Csw, Opcode, ResetKind, Status, Storage};
use rockusb::protocol::{self, CommandBlock, CommandStatus, ResetOpcode, StorageIndex};

/// Their block as bytes, with its random tag taken out.
fn theirs(block: &CommandBlock) -> [u8; Cbw::SIZE] {
    let mut bytes = [0; Cbw::SIZE];
    block.to_bytes(&mut bytes);
    bytes[4..8].fill(0);
    bytes
}

#[test]
fn blocks_are_the_same_bytes() {
    let cases = [
        (CommandBlock::flash_id(), Command::plain(Opcode::READ_FLASH_ID)),
        (CommandBlock::flash_info(), Command::plain(Opcode::READ_FLASH_INFO)),
        (CommandBlock::chip_info(), Command::plain(Opcode::READ_CHIP_INFO)),
        (CommandBlock::capability(), Command::plain(Opcode::READ_CAPABILITY)),
        (CommandBlock::storage(), Command::plain(Opcode::GET_STORAGE)),
        (CommandBlock::read_lba(0x1234_5678, 0x9a), Command::read_lba(0x1234_5678, 0x9a)),
        (CommandBlock::write_lba(0x1234_5678, 0x9a), Command::write_lba(0x1234_5678, 0x9a)),
        (CommandBlock::erase_lba(0x1234_5678, 0x9abc), Command::erase_lba(0x1234_5678, 0x9abc)),
        (CommandBlock::erase_force(7, 16), Command::erase_force(0, 7, 16)),
        (CommandBlock::reset_device(ResetOpcode::Maskrom), Command::reset(ResetKind::Maskrom)),
        (CommandBlock::switch_storage(StorageIndex::Emmc), Command::switch_storage(Storage::EMMC)),
    ];
    for (block, command) in cases {
        assert_eq!(theirs(&block), command.cbw(0).to_bytes(), "{}", command.opcode);
    }
}

#[test]
fn our_blocks_are_read_as_they_are_meant() {
    let ours = Command::write_lba_parity(0x0102_0304, 0x0506, 0x55aa).cbw(0).to_bytes();
    let read = CommandBlock::from_bytes(&ours).expect("readable");
    assert_eq!((read.cd_address(), read.cd_length()), (0x0102_0304, 0x0506));
    assert_eq!(read.cd_code(), protocol::CommandCode::WriteLBA);
    assert_eq!(read.transfer_length(), 0x0506 * 512);
}

/// Their numbers of storages are ours.
#[test]
fn storages_have_the_same_names() {
    for theirs in StorageIndex::VARIANTS {
        let number = u8::from(*theirs);
        assert_eq!(Storage(number).to_bytes(), (1_u32 << number).to_le_bytes());
    }
    assert_eq!(StorageIndex::VARIANTS.len(), Storage::all().count());
}

#[test]
fn statuses_are_read_both_ways() {
    let status = CommandStatus { tag: 7, residue: 0x1122, status: protocol::Status::FAILED };
    let mut bytes = [0; Csw::SIZE];
    status.to_bytes(&mut bytes);
    let csw = Csw::from_bytes(&bytes).expect("readable");
    assert_eq!((csw.residue, csw.status), (0x1122, Status::FAILED));
    assert_eq!(CommandStatus::from_bytes(&csw.to_bytes()).expect("readable"), status);
}
