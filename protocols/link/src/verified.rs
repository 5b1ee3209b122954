//! How much of what a board holds is verified, and how: one answer for every family.

use alloc::{format, string::String, vec::Vec};

/// How what was written is to be verified.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Check {
    /// As well as the board allows.
    #[default]
    Best,
    /// By a parity that the board compares while it writes.
    Parity,
    /// By reading everything back.
    ReadBack,
    /// By a checksum that the board computes of its storage.
    BoardSum,
    /// Not at all.
    None,
}

impl Check {
    /// Every way.
    pub const ALL: [Self; 5] =
        [Self::Best, Self::Parity, Self::ReadBack, Self::BoardSum, Self::None];

    /// The word that users know it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Best => "best",
            Self::Parity => "parity",
            Self::ReadBack => "read-back",
            Self::BoardSum => "board-sum",
            Self::None => "none",
        }
    }

    /// What it means, as a sentence without its full stop.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Best => "As well as the board allows",
            Self::Parity => "By a parity that the board compares while it writes",
            Self::ReadBack => "By reading everything back",
            Self::BoardSum => "By a checksum that the board computes of its storage",
            Self::None => "Not at all",
        }
    }
}

/// How bytes are known to be right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// The board compared a parity while it wrote.
    Parity,
    /// They were read back and compared.
    ReadBack,
    /// The board summed what it holds, and the sum is right.
    BoardSum,
}

impl Method {
    /// Every method.
    pub const ALL: [Self; 3] = [Self::Parity, Self::ReadBack, Self::BoardSum];

    /// The word that scripts see.
    pub fn name(self) -> &'static str {
        match self {
            Self::Parity => "parity",
            Self::ReadBack => "read-back",
            Self::BoardSum => "board-sum",
        }
    }

    /// How a sentence puts it: `checked by …`.
    pub fn words(self) -> &'static str {
        match self {
            Self::Parity => "the board's parity",
            Self::ReadBack => "reading back",
            Self::BoardSum => "a sum that the board made",
        }
    }
}

/// How much of the data written or compared is verified. All numbers are bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// All of them.
    pub bytes: u64,
    /// Those that the board compared with a parity.
    pub parity: u64,
    /// Those that were read back and compared.
    pub read_back: u64,
    /// Those that the board summed.
    pub board_sum: u64,
    /// The longest run of one value in what was read back, in bytes: it would look the same if reads were made up.
    pub run: Option<(u8, u64)>,
    /// Why nothing is known of the rest, where that is known.
    pub why: Option<&'static str>,
}

impl Verified {
    /// Bytes of which one method says that all are right.
    pub fn by(method: Method, bytes: u64) -> Self {
        let mut known = Self { bytes, ..Self::default() };
        *known.of_mut(method) = bytes;
        known
    }

    /// The bytes that a method speaks for.
    pub fn of(&self, method: Method) -> u64 {
        match method {
            Method::Parity => self.parity,
            Method::ReadBack => self.read_back,
            Method::BoardSum => self.board_sum,
        }
    }

    fn of_mut(&mut self, method: Method) -> &mut u64 {
        match method {
            Method::Parity => &mut self.parity,
            Method::ReadBack => &mut self.read_back,
            Method::BoardSum => &mut self.board_sum,
        }
    }

    /// The bytes of which nothing is known.
    pub fn unverified(&self) -> u64 {
        let known = self.parity.saturating_add(self.read_back).saturating_add(self.board_sum);
        self.bytes.saturating_sub(known)
    }

    /// Whether all of them are known to be right.
    pub fn is_complete(&self) -> bool {
        self.unverified() == 0
    }

    /// Adds other bytes and their verification.
    pub fn add(&mut self, more: &Self) {
        self.bytes += more.bytes;
        self.parity += more.parity;
        self.read_back += more.read_back;
        self.board_sum += more.board_sum;
        self.why = self.why.or(more.why);
        self.run = self.run.into_iter().chain(more.run).max_by_key(|(_, bytes)| *bytes);
    }

    /// The methods that speak for some of them, each with its bytes.
    pub fn methods(&self) -> impl Iterator<Item = (Method, u64)> {
        let of = |method| (method, self.of(method));
        Method::ALL.into_iter().map(of).filter(|(_, bytes)| *bytes > 0)
    }

    /// All bytes by the word of the method that speaks for them; `none` has those that nothing speaks for, if there are any.
    pub fn by_word(&self) -> impl Iterator<Item = (&'static str, u64)> {
        let none = ("none", self.unverified());
        let methods = self.methods().map(|(method, bytes)| (method.name(), bytes));
        methods.chain([none].into_iter().filter(|(_, bytes)| *bytes > 0))
    }

    /// Whether a method speaks for all of the bytes, and there are some.
    pub fn is_proven(&self) -> bool {
        self.is_complete() && self.methods().next().is_some()
    }

    /// It in words, a line each.
    pub fn lines(&self) -> Vec<String> {
        let of = |(method, bytes): (Method, u64)| {
            let how = match method {
                Method::Parity => "compared by the board with a parity",
                Method::ReadBack => "read back and compared",
                Method::BoardSum => "summed by the board, with the right sum",
            };
            format!("{bytes} of {} bytes {how}", self.bytes)
        };
        let mut lines: Vec<_> = self.methods().map(of).collect();
        if !self.is_complete() {
            let why = self.why.map_or_else(String::new, |why| format!(": {why}"));
            lines.push(format!("{} of {} bytes not verified{why}", self.unverified(), self.bytes));
        }
        if let Some((value, bytes)) = self.run {
            lines.push(format!(
                "{bytes} bytes in a row are {value:#04x}: reading those back proves nothing"
            ));
        }
        lines
    }

    /// How they are known to be right: `the board's parity and reading back`. Empty: in no way.
    pub fn words(&self) -> String {
        let words: Vec<_> = self.methods().map(|(method, _)| method.words()).collect();
        match words.as_slice() {
            [] => String::new(),
            [only] => (*only).into(),
            [first @ .., last] => format!("{} and {last}", first.join(", ")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_method_speaks_for_is_unverified() {
        let mut known = Verified::by(Method::Parity, 100);
        assert!(known.is_complete());
        known.add(&Verified {
            bytes: 50,
            read_back: 20,
            why: Some("it is"),
            ..Verified::default()
        });
        assert_eq!((known.bytes, known.unverified(), known.why), (150, 30, Some("it is")));
        assert_eq!(known.words(), "the board's parity and reading back");
        let methods: Vec<_> =
            known.methods().map(|(method, bytes)| (method.name(), bytes)).collect();
        assert_eq!(methods, [("parity", 100), ("read-back", 20)]);
        assert!(Verified::default().is_complete());
    }

    #[test]
    fn a_sentence_is_silent_about_what_there_is_none_of() {
        let all = |method| Verified::by(method, 3).lines();
        assert_eq!(all(Method::Parity), ["3 of 3 bytes compared by the board with a parity"]);
        assert_eq!(all(Method::ReadBack), ["3 of 3 bytes read back and compared"]);
        let some = Verified { bytes: 3, read_back: 1, ..Verified::default() };
        assert_eq!(some.lines()[1], "2 of 3 bytes not verified");
        assert_eq!(Verified::default().lines(), [""; 0]);
    }

    #[test]
    fn sentences_say_how_and_why_not() {
        let known = Verified {
            bytes: 10,
            parity: 3,
            read_back: 5,
            run: Some((0xcc, 1 << 20)),
            why: Some("it does not read"),
            ..Verified::default()
        };
        let text = known.lines().join("\n");
        for words in ["3 of 10", "5 of 10", "2 of 10", "it does not read", "0xcc"] {
            assert!(text.contains(words), "{text}");
        }
    }
}
