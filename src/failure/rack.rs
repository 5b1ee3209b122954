//! What failures of a rack mean, and what to do about them.

use super::{Failure, classified};
use crate::rack::RackError;

/// A failure of a rack, if it is one.
pub(super) fn known(error: &(dyn std::error::Error + 'static)) -> Option<Failure> {
    classified(error, advice)
}

fn advice(error: &RackError) -> Option<String> {
    let text = match error {
        RackError::Hook { .. } => {
            "run the hook by hand, with RACKLET_NODE and RACKLET_PORT set; the node's log has what it printed"
        }
        RackError::Limit { .. } => {
            "give the node a longer `limit` in the manifest, and go on with --resume; its log says what took so long"
        }
        RackError::ConsoleSaid(_) | RackError::ConsoleSilent { .. } => {
            "read the file `console` in the node's folder of the run; what was written to the node is verified"
        }
        RackError::Console(_) => "check the port of the node's console in the manifest",
        RackError::After(_) => "bring that node to its end, and go on with --resume",
        RackError::Cut => "go on with --resume, without --only or with this node's name",
        RackError::Stopped => return None,
    };
    Some(text.into())
}
