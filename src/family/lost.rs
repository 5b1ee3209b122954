//! What was sent and did not reach storage: it is sent again, a few times.

use std::fmt;

use link::{Verified, Watch};

/// How often the same place is tried.
const TRIES: u32 = 3;

/// What was sent from a sector on did not reach storage as it should. What came before it did, and sending it again may help.
#[derive(Debug)]
pub struct Lost {
    /// The first sector of it.
    pub sector: u64,
    /// How what the writer took before is verified.
    pub known: Verified,
    /// Why it is lost.
    pub why: anyhow::Error,
}

impl fmt::Display for Lost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.why.fmt(f)
    }
}

impl std::error::Error for Lost {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(self.why.as_ref())
    }
}

/// How often something was sent again.
#[derive(Debug, Default)]
pub(super) struct Tries {
    last: Option<(u64, u32)>,
    /// In all.
    pub(super) again: u64,
}

impl Tries {
    /// What is to be sent again after an error.
    ///
    /// # Errors
    ///
    /// That error, where it is of another kind, and when the same sectors were tried three times.
    pub(super) fn after(
        &mut self,
        error: anyhow::Error,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<Lost> {
        let lost: Lost = error.downcast()?;
        let tried = match self.last {
            Some((sector, tried)) if sector == lost.sector => tried + 1,
            _ => 1,
        };
        if tried >= TRIES {
            return Err(lost.why.context(format!("given up after {TRIES} attempts")));
        }
        self.last = Some((lost.sector, tried));
        self.again += 1;
        watch.note(&format!("{:#}; sending it again from sector {} on", lost.why, lost.sector));
        Ok(lost)
    }
}
