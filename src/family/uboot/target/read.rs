//! Reading much of a disk: to the board's memory, and from there over the network.

use std::time::Duration;

use link::{Method, Sink, Verified, Watch};
use uboot::host::{Console, Prompt};

use super::{FILL, READ, SECTOR, Target};
use crate::{
    failure::Problem,
    family::uboot::{ahead::sums, export::Export},
};

/// What is proven by one sum, in bytes: it is kept until it is. What is all zeros is not sent.
const PART: u64 = 4 << 20;
/// How often memory is sent before it is given up.
const TRIES: u32 = 3;
/// A word from U-Boot.
const WORD: Duration = Duration::from_secs(10);

/// A part of memory.
#[derive(Clone, Copy, Debug)]
struct Part {
    memory: u64,
    bytes: u64,
    sum: u32,
}

impl Part {
    /// Whether all of it is a word, as far as its sum tells.
    fn is_all(&self, word: u32) -> bool {
        // At most a part.
        let words = word.to_le_bytes().repeat(self.bytes as usize / 4);
        self.sum == crc32fast::hash(&words)
    }
}

impl Target<'_> {
    /// Reads sectors that are too many to be shown at the prompt.
    pub(super) fn read_out(
        &mut self,
        start: u64,
        bytes: u64,
        sink: &mut dyn Sink,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        let has = self.at_prompt(watch, |prompt| prompt.run("help tftpput", WORD))?;
        // A U-Boot without `help` tells nothing of it.
        if has.text.contains("Unknown command 'tftpput'") {
            return Err(lacking().into());
        }
        let mut done = 0;
        while done < bytes {
            let piece = (bytes - done).min(self.reached.room.bytes);
            let parts = self.fetched(start + done / SECTOR, piece, watch)?;
            self.pass_on(&parts, sink, watch)?;
            done += piece;
        }
        self.known = Verified::by(Method::BoardSum, bytes);
        Ok(())
    }

    /// Reads storage to memory: the parts that are there then. Fails where a read said that it succeeded, and moved nothing.
    fn fetched(
        &mut self,
        sector: u64,
        bytes: u64,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<Vec<Part>> {
        let check = self.reached.room.check;
        let part = |at| (check + at, PART.min(bytes - at));
        let places: Vec<_> = (0..bytes).step_by(PART as usize).map(part).collect();
        self.fetch(READ, sector, bytes, watch)?;
        let parts = self.summed(&places, watch)?;
        if !parts.iter().any(|part| part.is_all(FILL)) {
            return Ok(parts);
        }
        // Storage holds the same, or it was not read.
        self.fill = !FILL;
        let again = self.fetch(READ, sector, bytes, watch);
        self.fill = FILL;
        again?;
        let parts = self.summed(&places, watch)?;
        match parts.iter().any(|part| part.is_all(!FILL)) {
            false => Ok(parts),
            true => {
                let text = format!(
                    "U-Boot says that it has read sectors from {sector} on, and has read nothing"
                );
                Err(Problem::Failed(text).into())
            }
        }
    }

    /// Hands on what memory holds.
    fn pass_on(
        &mut self,
        parts: &[Part],
        sink: &mut dyn Sink,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        let mut rest = parts;
        while let Some(first) = rest.first() {
            let zeros = first.is_all(0);
            let same = rest.iter().take_while(|part| part.is_all(0) == zeros).count();
            let (run, behind) = rest.split_at(same);
            match zeros {
                true => hand_zeros(run, sink, watch)?,
                false => self.send_all(run, sink, watch)?,
            }
            rest = behind;
        }
        Ok(())
    }

    /// Parts of memory with their sums.
    fn summed(
        &mut self,
        places: &[(u64, u64)],
        watch: &mut dyn Watch,
    ) -> anyhow::Result<Vec<Part>> {
        let sums = self.at_prompt(watch, |prompt| sums(prompt, places))?;
        let known = places.iter().zip(sums);
        Ok(known.map(|(&(memory, bytes), sum)| Part { memory, bytes, sum }).collect())
    }

    /// Has neighbouring parts sent. Those that arrive damaged are summed and sent again: a sum may have been damaged on the
    /// serial line, too.
    fn send_all(
        &mut self,
        parts: &[Part],
        sink: &mut dyn Sink,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        let mut parts = parts.to_vec();
        for _ in 0..TRIES {
            let good = self.send_once(&parts, sink, watch)?;
            parts.drain(..good);
            if parts.is_empty() {
                return Ok(());
            }
            let places: Vec<_> = parts.iter().map(|part| (part.memory, part.bytes)).collect();
            parts = self.summed(&places, watch)?;
        }
        let text = format!(
            "what came over the network differs from the board's memory, {TRIES} times (CRC-32)"
        );
        let advice = "check the cable and the switch, and repeat the command";
        Err(Problem::Differs(text).advised(advice).into())
    }

    /// Has parts sent, and hands on those that arrive whole: how many.
    fn send_once(
        &mut self,
        parts: &[Part],
        sink: &mut dyn Sink,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<usize> {
        let Some(first) = parts.first() else { return Ok(0) };
        let (network, bytes) = (&self.reached.network, parts.iter().map(|part| part.bytes).sum());
        let mut console = Console::new(self.link, watch);
        let prompt = Prompt::answered(&mut console);
        let mut export = Export::begin(prompt, network, first.memory, bytes)?;
        let mut buf = Vec::new();
        for (good, part) in parts.iter().enumerate() {
            // At most a part.
            buf.resize(part.bytes as usize, 0);
            match export.take(&mut buf, self.link, network) {
                Ok(true) if crc32fast::hash(&buf) == part.sum => hand_on(&buf, sink, watch)?,
                Ok(_) => return export.give_up(self.link, watch).map(|()| good),
                Err(error) => return Err(export.explain(error, self.link, watch, network)),
            }
        }
        export.end(self.link, watch).map(|()| parts.len())
    }
}

fn hand_on(bytes: &[u8], sink: &mut dyn Sink, watch: &mut dyn Watch) -> anyhow::Result<()> {
    sink.write(bytes).map_err(anyhow::Error::from_boxed)?;
    watch.advance(bytes.len() as u64);
    Ok(())
}

fn hand_zeros(parts: &[Part], sink: &mut dyn Sink, watch: &mut dyn Watch) -> anyhow::Result<()> {
    let zeros = vec![0; PART as usize];
    parts.iter().try_for_each(|part| hand_on(&zeros[..part.bytes as usize], sink, watch))
}

fn lacking() -> Problem {
    let text = "this U-Boot has no command `tftpput`, which sends what it reads; nothing was read";
    let advice = "use a U-Boot that is built with it (CONFIG_CMD_TFTPPUT), or a card reader; `racklet-flash verify` compares \
                  storage with an image, without it";
    Problem::Refused(text.into()).advised(advice)
}
