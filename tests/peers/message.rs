//! One message to a board, as a protocol counts them.

use racklet_flash::transport::Transcript;

use crate::payload::Payload;

/// How a protocol's messages are told from a transcript, however they were cut into transfers.
pub(crate) type Messages = fn(&Transcript) -> Result<Vec<Message>, String>;

/// A message, whatever the protocol. What the board answered is not part of it: both sides hear their own board.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Message {
    /// What it is, in words that exceptions can match: the same bytes have the same words.
    pub(crate) text: String,
    /// What went to the board, phase by phase.
    pub(crate) phases: Vec<Payload>,
}

impl Message {
    /// Where another message begins to differ, in words.
    pub(crate) fn difference(&self, other: &Self) -> String {
        for (index, (this, that)) in self.phases.iter().zip(&other.phases).enumerate() {
            if let (true, Some(these), Some(those)) = (this != that, this.bytes(), that.bytes()) {
                let same = these.iter().zip(those).take_while(|(this, that)| this == that).count();
                return format!("phase {} differs from byte {same} on", index + 1);
            }
        }
        "they differ".into()
    }
}
