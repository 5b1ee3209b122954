//! What to do about failures of which only the class is known.

use super::Failure;
use crate::exit::Exit;

/// The failure with advice, if it has none of its own.
pub(super) fn advised(failure: Failure) -> Failure {
    match (&failure.advice, of(failure.exit)) {
        (None, Some(advice)) => failure.advised(advice),
        _ => failure,
    }
}

fn of(exit: Exit) -> Option<&'static str> {
    Some(match exit {
        // The command's usage says it, and what the user stopped needs nothing.
        Exit::Done | Exit::Usage | Exit::Interrupted => return None,
        Exit::Failed => {
            "repeat the command; if it fails again, power the board off and on, and add --trace FILE to keep what was said"
        }
        Exit::NoBoard => {
            "`racklet-flash list` shows what is connected, `racklet-flash doctor` why something is missing"
        }
        Exit::Permission => {
            "`racklet-flash doctor` says which permission is missing and how to get it"
        }
        Exit::Differs => {
            "write it again; then try another cable or port, and the board's power supply"
        }
        Exit::BadInput => {
            "download the file again and compare its checksum with its publisher's; `racklet-flash image info FILE` says what a \
             file is"
        }
        Exit::Refused => {
            "check that board, file and command belong together: `racklet-flash list` shows the boards, `racklet-flash image \
             info FILE` what a file is"
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::Problem;

    #[test]
    fn every_failure_but_usage_and_a_wish_to_stop_says_what_to_do() {
        for (problem, has) in [
            (Problem::BadInput("x".into()), true),
            (Problem::Changed("x".into()), true),
            (Problem::Refused("x".into()), true),
            (Problem::Differs("x".into()), true),
            (Problem::Unconfirmed("x".into()), true),
            (Problem::Usage("x".into()), false),
            (Problem::Interrupted, false),
        ] {
            assert_eq!(Failure::of(&problem.into()).advice.is_some(), has);
        }
        assert!(Failure::of(&anyhow::anyhow!("x")).advice.is_some());
    }

    #[test]
    fn own_advice_stays_and_the_class_with_it() {
        let problem = Problem::BadInput("short".into()).advised("do this");
        assert_eq!(problem.to_string(), "short");
        let failure = Failure::of(&problem.into());
        assert_eq!((failure.exit, failure.advice.as_deref()), (Exit::BadInput, Some("do this")));
    }

    #[test]
    fn a_restart_that_the_user_stopped_is_no_failure_to_restart() {
        let stopped = crate::failure::unrestarted("all was written", Problem::Interrupted.into());
        assert_eq!(Failure::of(&stopped).exit, Exit::Interrupted);
        assert!(stopped.to_string().contains("was not restarted"));
        let failed = crate::failure::unrestarted("all was written", anyhow::anyhow!("x"));
        assert_eq!(Failure::of(&failed).code, link::Code::BOARD_UNRESTARTED);
    }
}
