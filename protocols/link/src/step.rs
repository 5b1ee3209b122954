//! The stable words of steps.

use core::fmt;

/// A kind of step, by the word that scripts see in events, errors and plans: never translated, and the same in every
/// family. What exactly is done is said beside it, in text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct StepId(&'static str);

macro_rules! vocabulary {
    ($($(#[$doc:meta])* $name:ident = $word:literal;)+) => {
        impl StepId {
            $($(#[$doc])* pub const $name: Self = Self($word);)+
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name),+];
        }
    };
}

vocabulary! {
    /// Finding the board, and proving which one it is.
    FIND = "find";
    /// Asking the board something.
    QUERY = "query";
    /// Checking files before they are sent.
    CHECK = "check";
    /// Unpacking a file on this computer.
    UNPACK = "unpack";
    /// Choosing a storage, and making sure of it.
    CHOOSE = "choose";
    /// Bringing a boot loader up in memory: every stage that is sent, and waiting for it.
    START = "start";
    /// Telling the board a password.
    UNLOCK = "unlock";
    /// Sending a file to a program on the board.
    SEND = "send";
    /// Running code.
    RUN = "run";
    /// Having a program on the board carry out a command.
    COMMAND = "command";
    /// Reading storage or memory.
    READ = "read";
    /// Writing storage or memory.
    WRITE = "write";
    /// Looking for what already is as it should be, so that it need not be written.
    COMPARE = "compare";
    /// Comparing what the board holds with what it should hold.
    VERIFY = "verify";
    /// Erasing storage.
    ERASE = "erase";
    /// Setting which part of storage the SoC starts from.
    SET = "set";
    /// Restarting the board.
    RESTART = "restart";
    /// Finding back to a conversation after a failed transfer.
    RECOVER = "recover";
    /// A program of the rack's own runs for a node.
    HOOK = "hook";
    /// A node's console is listened to after its restart.
    CONSOLE = "console";
}

impl StepId {
    /// The word.
    pub fn word(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for StepId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_stands_for_one_step() {
        for (index, id) in StepId::ALL.iter().enumerate() {
            assert!(id.word().bytes().all(|byte| byte.is_ascii_lowercase()), "{id}");
            assert!(!StepId::ALL[..index].contains(id), "{id}");
        }
    }
}
