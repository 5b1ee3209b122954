//! Which program a board runs. All three have the same USB ids, and every tool of today takes usbplug for a mask ROM.

use core::fmt;

use link::{Fault, Pipe, UsbLink, device::Identity};

use super::{Action, Cause, Error, PROBE, Rock, Step};
use crate::wire::{Command, Opcode};

/// The program that a board runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The boot ROM: takes downloads and nothing else.
    Maskrom,
    /// A loader that was downloaded to memory; mainline U-Boot's gadget looks the same.
    Usbplug,
    /// The vendor's loader on flash.
    Loader,
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Maskrom => "mask ROM",
            Self::Usbplug => "usbplug",
            Self::Loader => "loader",
        })
    }
}

/// What a board's descriptors tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// `idVendor`
    pub vendor: u16,
    /// `idProduct`
    pub product: u16,
    /// `bcdUSB`
    pub usb: u16,
    /// Whether the device descriptor names any string.
    pub strings: bool,
    /// Address of the bulk endpoint towards the device.
    pub out: u8,
}

impl From<&Identity> for Seen {
    fn from(identity: &Identity) -> Self {
        Self {
            vendor: identity.vendor,
            product: identity.product,
            usb: identity.usb,
            strings: identity.strings.iter().any(|text| !text.is_empty()),
            out: identity.out,
        }
    }
}

/// SoCs whose mask ROM reports bcdUSB 0x0201, as loaders do (seen on the RK3066).
const ODD_MASK_ROMS: [u16; 2] = [0x300a, 0x300b];

impl Seen {
    /// The likely state, and whether it is sure. Where it is not, [`probe`](Self::probe) asks.
    ///
    /// Strings mean a loader; their absence means nothing by itself, as an RK3566's usbplug had none. There the number
    /// of the endpoint told (0x02: mask ROM, 0x01: usbplug; one author, confirmed on an RK3229's mask ROM).
    pub fn guess(&self) -> (State, bool) {
        let loader = self.usb & 1 != 0;
        match (loader, self.strings) {
            (true, true) => (State::Loader, true),
            (true, false) if ODD_MASK_ROMS.contains(&self.product) => (State::Maskrom, false),
            (true, false) => (State::Loader, false),
            (false, true) => (State::Usbplug, true),
            (false, false) if self.out == 1 => (State::Usbplug, false),
            (false, false) => (State::Maskrom, false),
        }
    }

    /// The state, made sure of by TEST UNIT READY where the descriptors do not tell. A mask ROM answers it with a fault
    /// that does it no harm (measured on an RK3576 and an RK3229).
    ///
    /// What cannot be a mask ROM and does not answer is first helped back into a conversation, which a host before this
    /// one may have broken; what does not answer then hangs: an error.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn probe(&self, link: &mut dyn UsbLink) -> Result<State, Error> {
        let (guess, sure) = self.guess();
        let awake = if self.usb & 1 != 0 { State::Loader } else { State::Usbplug };
        let error = match alive(link) {
            Ok(()) => return Ok(awake),
            Err(error) => error,
        };
        match error.fault() {
            // What answers with something is not a mask ROM.
            None => Ok(awake),
            Some(Fault::Gone | Fault::Stopped | Fault::Cancelled) => Err(error),
            Some(_) if sure || guess == State::Loader => match Rock::new(link).recover() {
                Ok(()) => Ok(awake),
                Err(_) => Err(dead(error)),
            },
            Some(_) => {
                // The mask ROM is fine with an endpoint that stays halted, and with the request.
                let _ = link.clear_halt(Pipe::Out);
                let _ = link.clear_halt(Pipe::In);
                Ok(State::Maskrom)
            }
        }
    }

    /// The state, which has to be one of `allowed`: a usbplug that is sent a loader hangs, and a mask ROM takes no
    /// commands.
    ///
    /// # Errors
    /// When a transfer fails, and when the board is in another state.
    pub fn require(&self, link: &mut dyn UsbLink, allowed: &[State]) -> Result<State, Error> {
        let found = self.probe(link)?;
        match allowed.first() {
            Some(&wanted) if !allowed.contains(&found) => {
                let cause = Cause::State { found, wanted };
                Err(Error { step: Step::Identify, action: Action::Check, cause, good: None })
            }
            _ => Ok(found),
        }
    }
}

/// One TEST UNIT READY.
fn alive(link: &mut dyn UsbLink) -> Result<(), Error> {
    let mut rock = Rock::new(link);
    rock.during(Step::Identify, |rock| {
        rock.query_within(Command::plain(Opcode::TEST_UNIT_READY), PROBE).map(|_| ())
    })
}

fn dead(error: Error) -> Error {
    match error.cause {
        Cause::Usb(usb) | Cause::NobodyListens(usb) => Error { cause: Cause::Dead(usb), ..error },
        _ => Error { action: Action::Check, ..error },
    }
}
