//! Paragraphs of help as lines of their own, which clap breaks where the terminal ends: in the source they are broken where it
//! ends.

/// The same commands, what follows their options put so.
pub(super) fn arranged(command: clap::Command) -> clap::Command {
    let after = command.get_after_help().map(|text| paragraphs(&text.to_string()));
    let command = match after {
        Some(text) => command.after_help(text),
        None => command,
    };
    command.mut_subcommands(arranged)
}

/// Joins lines, but for those that are indented, as examples are.
fn paragraphs(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    let mut before = "";
    for line in text.lines() {
        if !joined.is_empty() {
            let apart = [before, line].iter().any(|line| line.is_empty() || line.starts_with(' '));
            joined.push(if apart || before.ends_with(':') { '\n' } else { ' ' });
        }
        joined.push_str(line);
        before = line;
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_stay_as_they_are() {
        let text = "One that\nis long.\n\nAnother.\nExamples:\n  a\n  b\n\nEnd";
        assert_eq!(paragraphs(text), "One that is long.\n\nAnother. Examples:\n  a\n  b\n\nEnd");
    }
}
