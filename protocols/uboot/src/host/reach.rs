//! From U-Boot's first words to its prompt.

use core::time::Duration;

use super::{Console, Error, Prompt, Step};

/// From U-Boot's first words to its countdown.
const COUNTDOWN: Duration = Duration::from_secs(30);
/// What ends the wait: the two texts of the countdown (`Hit any key to stop autoboot`, `Press SPACE to abort autoboot`), and
/// what prompts end with, for a U-Boot that counted down before (`=> `, `U-Boot> `, `StarFive # `).
const SIGNS: [&str; 4] = ["stop autoboot", "abort autoboot", "# ", "> "];
/// Stops both countdowns. At a prompt it is the beginning of a line, which is cleared; an empty line would repeat the last
/// command.
const KEY: &[u8] = b" ";

/// Stops a U-Boot that has just begun to speak, and gets to its prompt. The countdown may take 30 s to begin. A U-Boot that
/// shows none of the known texts is typed at after that time.
///
/// # Errors
/// When the line fails, and when the board does not answer in time or as it should.
pub fn reach_prompt<'c, 'a>(console: &'c mut Console<'a>) -> Result<Prompt<'c, 'a>, Error> {
    console.begin(Step::PROMPT, "U-Boot starts", 0);
    // A key before the countdown may be eaten by whatever runs then; a damaged letter may hide the words.
    let _ = console.wait_for(&SIGNS, COUNTDOWN)?;
    console.say(KEY)?;
    Prompt::open(console)
}
