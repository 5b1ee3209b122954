//! One event of usbmon: `struct usbmon_packet` of the kernel's `Documentation/usb/usbmon.rst`, and the data behind it.

use link::Setup;

use super::{Address, Error, fields::Fields, file::Frame};

/// What happened to an URB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Event {
    /// It was handed over.
    Submitted,
    /// It came back.
    Completed,
    /// It was not taken.
    Refused,
}

/// Kind of a transfer, as usbmon numbers them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Isochronous,
    Interrupt,
    Control,
    Bulk,
}

const KINDS: [Kind; 4] = [Kind::Isochronous, Kind::Interrupt, Kind::Control, Kind::Bulk];

/// An event.
#[derive(Debug)]
pub(super) struct Packet<'f> {
    /// Of its record.
    pub(super) number: usize,
    /// Joins a submission and its completion.
    pub(super) id: u64,
    pub(super) event: Event,
    pub(super) kind: Kind,
    /// Bit 7: to the host.
    pub(super) endpoint: u8,
    pub(super) device: Address,
    /// Setup packet of a control transfer, as on the wire.
    pub(super) setup: Option<[u8; 8]>,
    /// 0, or an errno below 0.
    pub(super) status: i32,
    /// Bytes asked for, or moved.
    pub(super) length: usize,
    /// Bytes that the kernel kept.
    kept: usize,
    /// 0 where there are data, else why not.
    flag: u8,
    /// What is in the file.
    data: &'f [u8],
}

impl<'f> Packet<'f> {
    pub(super) fn parse(frame: &Frame<'f>) -> Result<Self, Error> {
        let number = frame.number;
        let wrong = |problem: String| Error::Record { number, problem };
        let Some((header, data)) = frame.bytes.split_at_checked(frame.header) else {
            return Err(wrong(format!(
                "its {} bytes are fewer than usbmon's header has",
                frame.bytes.len()
            )));
        };
        let fields = Fields { bytes: header, big_endian: frame.big_endian };
        let event = match fields.byte(8) {
            b'S' => Event::Submitted,
            b'C' => Event::Completed,
            b'E' => Event::Refused,
            other => return Err(wrong(format!("event {other:02x} is not usbmon's"))),
        };
        let kind = *KINDS
            .get(usize::from(fields.byte(9)))
            .ok_or_else(|| wrong(format!("transfers have no kind {}", fields.byte(9))))?;
        Ok(Self {
            number,
            id: fields.u64(0),
            event,
            kind,
            endpoint: fields.byte(10),
            device: Address { bus: fields.u16(12), device: fields.byte(11) },
            setup: (fields.byte(14) == 0).then(|| fields.array(40)),
            status: fields.u32(28).cast_signed(),
            length: fields.size(32),
            kept: fields.size(36),
            flag: fields.byte(15),
            data,
        })
    }

    /// All `length` bytes of data.
    pub(super) fn data(&self) -> Result<&'f [u8], Error> {
        let (number, length) = (self.number, self.length);
        let cut = |captured, by| Err(Error::Cut { number, length, captured, by });
        if length == 0 {
            return Ok(&[]);
        }
        match self.flag {
            0 if self.kept > length => Err(self.wrong("it holds more data than the URB".into())),
            0 if self.kept < length => cut(self.kept, "the kernel (a fifth of usbmon's ring)"),
            0 => match self.data.get(..length) {
                Some(data) => Ok(data),
                None => cut(self.data.len(), "the capturing program (its snapshot length)"),
            },
            b'D' => cut(0, "the kernel (an IOMMU merged the pieces)"),
            _ => cut(0, "the kernel (it saw no buffer)"),
        }
    }

    /// The setup packet in its fields, and `wLength`.
    pub(super) fn setup(&self) -> Result<(Setup, usize), Error> {
        let missing = || self.wrong("a control transfer has no setup packet".into());
        let [request_type, request, v0, v1, i0, i1, l0, l1] = self.setup.ok_or_else(missing)?;
        let value = u16::from_le_bytes([v0, v1]);
        let index = u16::from_le_bytes([i0, i1]);
        let length = u16::from_le_bytes([l0, l1]);
        Ok((Setup { request_type, request, value, index }, length.into()))
    }

    pub(super) fn inward(&self) -> bool {
        self.endpoint & 0x80 != 0
    }

    pub(super) fn wrong(&self, problem: String) -> Error {
        Error::Record { number: self.number, problem }
    }
}
