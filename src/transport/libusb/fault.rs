//! libusb's codes as faults: the same ones that nusb's errors become. libusb does not pass the kernel's number on, so
//! that [`Fault::Os`] never comes from here.

use std::ffi::c_int;

use link::Fault;
use rusb::{Error, constants as code};

/// How a transfer ended that came back.
pub(super) fn of_status(status: c_int) -> Option<Fault> {
    match status {
        code::LIBUSB_TRANSFER_COMPLETED => None,
        // No transfer has a limit of its own; kept for a backend of libusb that thinks otherwise.
        code::LIBUSB_TRANSFER_TIMED_OUT => Some(Fault::TimedOut),
        code::LIBUSB_TRANSFER_CANCELLED => Some(Fault::Cancelled),
        code::LIBUSB_TRANSFER_STALL => Some(Fault::Stall),
        code::LIBUSB_TRANSFER_NO_DEVICE => Some(Fault::Gone),
        code::LIBUSB_TRANSFER_OVERFLOW => Some(Fault::Overlong),
        _ => Some(Fault::Bus),
    }
}

/// Why a transfer was not taken.
pub(super) fn of_submission(error: c_int) -> Fault {
    match error {
        code::LIBUSB_ERROR_NO_DEVICE => Fault::Gone,
        code::LIBUSB_ERROR_NO_MEM => Fault::NoMemory,
        _ => Fault::Bus,
    }
}

/// Why a request was not carried out.
pub(super) fn of_request(error: Error) -> Fault {
    match error {
        Error::Timeout => Fault::TimedOut,
        Error::Pipe => Fault::Stall,
        Error::NoDevice => Fault::Gone,
        Error::NoMem => Fault::NoMemory,
        Error::Overflow => Fault::Overlong,
        _ => Fault::Bus,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_has_its_fault() {
        // The numbers of enum libusb_transfer_status.
        let faults = [
            None,
            Some(Fault::Bus),
            Some(Fault::TimedOut),
            Some(Fault::Cancelled),
            Some(Fault::Stall),
            Some(Fault::Gone),
            Some(Fault::Overlong),
            Some(Fault::Bus),
        ];
        for (status, fault) in (0..).zip(faults) {
            assert_eq!(of_status(status), fault, "status {status}");
        }
    }

    #[test]
    fn errors_of_requests_are_told_apart() {
        for (error, fault) in [
            (Error::Timeout, Fault::TimedOut),
            (Error::Pipe, Fault::Stall),
            (Error::NoDevice, Fault::Gone),
            (Error::NoMem, Fault::NoMemory),
            (Error::Overflow, Fault::Overlong),
            (Error::Io, Fault::Bus),
            (Error::Other, Fault::Bus),
        ] {
            assert_eq!(of_request(error), fault, "{error}");
        }
    }

    #[test]
    fn errors_of_submissions_are_told_apart() {
        // The numbers of enum libusb_error.
        for (error, fault) in [(-4, Fault::Gone), (-11, Fault::NoMemory), (-1, Fault::Bus)] {
            assert_eq!(of_submission(error), fault, "error {error}");
        }
    }
}
