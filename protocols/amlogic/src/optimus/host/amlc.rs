//! Giving BL2 of the G12 family the pieces of `u-boot.bin` that it asks for.
//!
//! Nothing is tried twice: after an exchange that broke, a board was seen to answer nothing until it was switched off
//! and on.

use link::{Data, ExchangeError, Once, Phase, Silent, UsbError, Watch};

use super::{Cause, DATA, Error, Optimus, PROMPT, Step};
use crate::optimus::wire::{
    AMLC_PIECE, AmlcRequest, AmlcStatus, Amls, RECORD, Request, Verdict, addsum,
};

/// Most requests of one session; a real one has eight.
const ROUNDS: usize = 64;

impl Optimus<'_> {
    /// Gives BL2 what it asks for until it has all. `file` is the whole of `u-boot.bin`, BL2 included. Afterwards U-Boot
    /// starts.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn serve(&mut self, file: &[u8], watch: &mut dyn Watch) -> Result<(), Error> {
        self.during(Step::Amlc, |soc| {
            // Its stage ends with this.
            soc.identity = None;
            // It may ask for the same twice, and need not ask for all.
            let mut watch = Once::new(watch, file.len() as u64);
            for _ in 0..ROUNDS {
                let request = soc.wanted()?;
                match request.status {
                    AmlcStatus::Wanted => {
                        watch.begin_at(request.offset.into());
                        soc.segment(request, file, &mut watch)?;
                    }
                    AmlcStatus::Done => {
                        watch.end();
                        return soc.verdict(Verdict::Okay);
                    }
                    AmlcStatus::Failed(code) => {
                        // It wants its answer, for what that is worth.
                        let _ = soc.verdict(Verdict::Okay);
                        return Err(soc.failed(Request::GetAmlc, Cause::Bl2Failed(code)));
                    }
                }
            }
            Err(soc.error(Cause::Endless))
        })
    }

    /// Asks what is wanted.
    fn wanted(&mut self) -> Result<AmlcRequest, Error> {
        let request = Request::GetAmlc;
        self.amlc_request(request)?;
        let mut record = [0; RECORD];
        let length =
            self.link.bulk_in(&mut record, DATA).map_err(|error| self.broken(request, error))?;
        AmlcRequest::from_bytes(&record[..length])
            .map_err(|error| self.failed(request, Cause::Malformed(error)))
    }

    fn segment(
        &mut self,
        request: AmlcRequest,
        file: &[u8],
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        let segment = match self.find(request, file) {
            Ok(segment) => segment,
            Err(cause) => {
                // The board is told; it does not listen afterwards.
                let _ = self.verdict(Verdict::Fail);
                return Err(self.failed(Request::GetAmlc, cause));
            }
        };
        self.verdict(Verdict::Okay)?;
        for (index, piece) in segment.chunks(AMLC_PIECE).enumerate() {
            // A segment is below 32 MiB, and so does its end.
            self.piece((index * AMLC_PIECE / RECORD) as u16, piece, watch)?;
        }
        if !request.wants_sum() {
            return Ok(());
        }
        let amls = Amls { sequence: request.sequence as u8, sum: addsum(segment) };
        let record = amls.to_bytes(segment);
        self.piece((request.offset as usize / RECORD) as u16, &record, &mut Silent)
    }

    /// The bytes that are wanted.
    fn find<'f>(&self, request: AmlcRequest, file: &'f [u8]) -> Result<&'f [u8], Cause> {
        let AmlcRequest { size, offset, .. } = request;
        if request.uploads() {
            return Err(Cause::WantsToSend);
        }
        // Places are told in units of a record, in 16 bits.
        let end = (offset as usize).checked_add(size as usize);
        let reachable = end.is_some_and(|end| end <= RECORD << 16);
        let found = end.and_then(|end| file.get(offset as usize..end)).filter(|_| reachable);
        found.ok_or(Cause::Beyond { offset, size })
    }

    /// A piece of a segment, or the record with its sum.
    fn piece(&mut self, sector: u16, bytes: &[u8], watch: &mut dyn Watch) -> Result<(), Error> {
        let request = Request::WriteAmlc { sector, last: (bytes.len() - 1) as u16 };
        self.amlc_request(request)?;
        let mut answer = [0; Verdict::SIZE];
        let mut source = bytes;
        let taken = |bytes: &[u8]| Verdict::from_bytes(bytes) == Ok(Verdict::Okay);
        let mut phases =
            [Phase::new(Data::From(&mut source), DATA), Phase::checked(&mut answer, DATA, taken)];
        self.link.exchange(&mut phases, watch).map_err(|error| match error {
            ExchangeError::Usb { error, .. } => self.broken(request, error),
            other => self.exchange_error(request, other),
        })
    }

    fn verdict(&mut self, verdict: Verdict) -> Result<(), Error> {
        let sent = self.link.bulk_out(&verdict.to_bytes(), PROMPT);
        sent.map_err(|error| self.broken(Request::GetAmlc, error))
    }

    fn amlc_request(&mut self, request: Request) -> Result<(), Error> {
        let sent = self.link.control_out(request.setup(), &[], PROMPT);
        sent.map_err(|error| self.broken(request, error))
    }

    fn broken(&self, request: Request, error: UsbError) -> Error {
        self.failed(request, Cause::Broken(error))
    }
}
