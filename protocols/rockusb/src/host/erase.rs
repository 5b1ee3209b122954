//! Erasing sectors. The status says nothing: a misaligned erase of NOR or NAND is acknowledged and does not take place,
//! and an RK3576's fails now and then.

use link::Watch;

use super::{Cause, Error, Rock, SETTLE, Step, Survey, read::address};
use crate::wire::{Command, READ_WALL, SECTOR};

/// Sectors of one command: 16 MiB, as rkdeveloptool has it.
const MOST: u64 = 32_768;

impl Rock<'_> {
    /// Erases a range. Its first and last sectors are read afterwards, where reads are real; they have to be all zeros
    /// or all ones. Whether the medium then reads as zeros or ones is its own choice.
    ///
    /// # Errors
    /// When a transfer fails, when the range does not fit the medium or its erase blocks, and when its ends
    /// are not empty afterwards.
    pub fn erase(
        &mut self,
        survey: &Survey,
        sector: u64,
        count: u64,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        self.during(Step::Erase, |rock| {
            rock.check_range(survey, sector, count)?;
            if count == 0 {
                return Err(rock.check_failed(Cause::Empty));
            }
            if let Some(block) = survey.block()
                && (!sector.is_multiple_of(block) || !count.is_multiple_of(block))
            {
                return Err(rock.check_failed(Cause::Unaligned { block }));
            }
            for (at, length) in steps(sector, count) {
                let command = Command::erase_lba(address(at), length);
                rock.twice(watch, |rock, watch| {
                    rock.transfer(command, None, [SETTLE, SETTLE], watch)
                })?;
                watch.advance(u64::from(length) * SECTOR as u64);
            }
            rock.look(sector)?;
            rock.look(sector + count - 1)
        })
    }

    fn look(&mut self, sector: u64) -> Result<(), Error> {
        if sector >= READ_WALL {
            return Ok(());
        }
        let found = self.peek(sector)?;
        let blank =
            matches!(found.first(), Some(0 | 0xff)) && found.iter().all(|byte| *byte == found[0]);
        if blank { Ok(()) } else { Err(self.check_failed(Cause::NotErased(sector))) }
    }
}

/// Cuts a range into commands.
fn steps(first: u64, count: u64) -> impl Iterator<Item = (u64, u16)> {
    (0..count.div_ceil(MOST)).map(move |index| {
        let offset = index * MOST;
        // `MOST` is below 65536.
        (first + offset, (count - offset).min(MOST) as u16)
    })
}
