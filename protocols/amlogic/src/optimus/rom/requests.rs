//! Requests for memory, which mask ROM, BL2 and U-Boot share.

use alloc::vec::Vec;

use link::device::Answer;

use super::memory::{Abort, Memory};
use crate::optimus::wire::{CONTROL_PIECE, Modify, Request, fill_pairs};

/// Carries out a request for memory; `None`: it is about something else.
pub(super) fn memory(
    request: Request,
    data: &[u8],
    memory: &mut Memory,
) -> Option<Result<Answer, Abort>> {
    Some(match request {
        Request::WriteMem(_) if data.is_empty() || data.len() > CONTROL_PIECE => Ok(Answer::Stall),
        Request::WriteMem(address) => memory.write(address, data).map(|()| done()),
        Request::ReadMem(address) => read(address, memory),
        Request::FillMem => fill(data, memory),
        Request::ModifyMem(opcode) => modify(opcode, data, memory),
        Request::WriteAux(_) => Ok(done()),
        Request::ReadAux(_) => Ok(Answer::Data(Vec::from([0; 4]))),
        _ => return None,
    })
}

/// Whether the four bytes that go with RUN fit its address: the address again, with bit 4 set where the power is to
/// stay on, or zeros (aml_boot).
pub(super) fn runs(address: u32, data: &[u8]) -> bool {
    let word = <[u8; 4]>::try_from(data).map(u32::from_le_bytes);
    word.is_ok_and(|word| [0, address, address | 0x10].contains(&word))
}

/// The answer to a request without one.
pub(super) fn done() -> Answer {
    Answer::Data(Vec::new())
}

fn read(address: u32, memory: &Memory) -> Result<Answer, Abort> {
    let mut bytes = [0; CONTROL_PIECE];
    let length = memory.read(address, &mut bytes)?;
    Ok(Answer::Data(bytes[..length].to_vec()))
}

fn fill(data: &[u8], memory: &mut Memory) -> Result<Answer, Abort> {
    let Ok(pairs) = fill_pairs(data) else { return Ok(Answer::Stall) };
    for (address, value) in pairs {
        memory.write(address, &value.to_le_bytes())?;
    }
    Ok(done())
}

fn modify(opcode: u16, data: &[u8], memory: &mut Memory) -> Result<Answer, Abort> {
    let (address, value) = match Modify::from_bytes(opcode, data) {
        Ok(Modify::Set { address, data }) => (address, data),
        Ok(Modify::Bits { address, data, mask }) => {
            (address, data & mask | memory.word(address)? & !mask)
        }
        Err(_) => return Ok(Answer::Stall),
    };
    memory.write(address, &value.to_le_bytes()).map(|()| done())
}
