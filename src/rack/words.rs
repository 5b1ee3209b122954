//! What errors and advice say of a command line, in the words of a manifest.

/// What is said of options, and what to say of a node.
const WORDS: &[(&str, &str)] = &[
    ("repeat the command with --resume", "continue with --resume"),
    ("repeat the command with --yes", "continue with --resume"),
    ("repeat the command", "continue with --resume"),
    ("with --wait SECONDS the tool waits for it", "`wait` in the manifest is how long it may take"),
    ("With --wait SECONDS the tool waits for it", "`wait` in the manifest is how long it may take"),
    (", and add --trace FILE to keep what was said", "; the trace is in the node's folder"),
    ("add --trace FILE to keep what was said", "the trace is in the node's folder"),
    ("is connected to with --usb-port", "is connected to with `usb-port`"),
    ("the port that --usb-port names", "the port that `usb-port` names"),
    ("the board's own console with --console", "the board's own console with `uboot-console`"),
    ("needs --file ", "needs in [node.file] "),
    ("--file ", "in [node.file]: "),
];

/// A text with an option's words replaced by those of the manifest.
pub(super) fn of_node(text: &str) -> String {
    WORDS.iter().fold(text.to_owned(), |text, (option, node)| text.replace(option, node))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_node_is_told_of_options() {
        for (said, told) in [
            (
                "power the board off and on, and repeat the command",
                "power the board off and on, and continue with --resume",
            ),
            ("a real one needs --file loader=FILE", "a real one needs in [node.file] loader=FILE"),
            ("--file spl=FILE: spl.bin", "in [node.file]: spl=FILE: spl.bin"),
        ] {
            assert_eq!(of_node(said), told);
        }
    }

    /// A phrase that nothing says any more would replace nothing.
    #[test]
    fn every_phrase_is_said_somewhere() {
        fn text(folder: &std::path::Path, all: &mut String) {
            for entry in std::fs::read_dir(folder).expect("the sources") {
                let path = entry.expect("an entry").path();
                match path.is_dir() {
                    true => text(&path, all),
                    false if path.ends_with("rack/words.rs") => {}
                    false => all.push_str(&std::fs::read_to_string(&path).unwrap_or_default()),
                }
            }
        }
        let mut all = String::new();
        text(concat!(env!("CARGO_MANIFEST_DIR"), "/src").as_ref(), &mut all);
        let never: Vec<_> = WORDS.iter().filter(|(option, _)| !all.contains(option)).collect();
        assert!(never.is_empty(), "{never:?}");
    }
}
