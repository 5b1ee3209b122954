//! Finding a board by what people call it.

use std::fmt;

use link::Foreign;

use super::{Board, all, invalid, load::Invalid, single};

/// The most near names that are offered.
const NEAR: usize = 4;
/// The most names that a text may stand for and still be listed whole.
const LISTED: usize = 8;

/// Why a text is not the name of one board.
#[derive(Clone, Debug)]
pub enum NotFound {
    /// No board is called so.
    Nothing {
        /// What was asked for.
        text: Foreign,
        /// Boards with names like it, the nearest first.
        near: Vec<&'static str>,
    },
    /// Several boards are.
    Several {
        /// What was asked for.
        text: Foreign,
        /// Their names.
        names: Vec<&'static str>,
    },
    /// The file of that board is not sound.
    Invalid(&'static Invalid),
}

impl fmt::Display for NotFound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing { text, near } if near.is_empty() => {
                write!(f, "there is no board `{text}` in the database")
            }
            Self::Nothing { text, near } => {
                write!(
                    f,
                    "there is no board `{text}` in the database; is it {}?",
                    near.join(" or ")
                )
            }
            Self::Several { text, names } => {
                let listed = &names[..names.len().min(LISTED)];
                write!(f, "`{text}` is part of the names of {} boards: ", names.len())?;
                f.write_str(&listed.join(", "))?;
                f.write_str(if listed.len() < names.len() { ", …" } else { "" })
            }
            Self::Invalid(invalid) => invalid.fmt(f),
        }
    }
}

impl std::error::Error for NotFound {}

/// The board that `text` stands for: its name, its model or another name of it, or any part of those and of its title that
/// no other board has. Upper and lower case, spaces and `- _ / .` make no difference.
///
/// # Errors
///
/// No board fits, or several do, or the user's file for it is not sound.
pub fn find(text: &str) -> Result<&'static Board, NotFound> {
    let wanted = plain(text);
    if let Some(board) = single(|name| is_called(name, &wanted)) {
        return Ok(board);
    }
    let found = among(all(), text);
    let wanted = found.as_ref().map_or(text, |board| &board.name);
    match invalid().iter().find(|invalid| invalid.concerns(wanted)) {
        Some(invalid) => Err(NotFound::Invalid(invalid)),
        None => found,
    }
}

/// The same among the given boards.
fn among(boards: &'static [Board], text: &str) -> Result<&'static Board, NotFound> {
    let key = plain(text);
    let several = |found: &[&'static Board]| NotFound::Several {
        text: text.into(),
        names: found.iter().map(|board| board.name.as_str()).collect(),
    };
    let ranks: [fn(&Board, &str) -> bool; 3] = [
        |board, key| plain(&board.name) == key,
        |board, key| names(board).any(|name| plain(name) == key),
        |board, key| !key.is_empty() && names(board).any(|name| plain(name).contains(key)),
    ];
    for fits in ranks {
        let found: Vec<_> = boards.iter().filter(|board| fits(board, &key)).collect();
        match found[..] {
            [] => {}
            [board] => return Ok(board),
            _ => return Err(several(&found)),
        }
    }
    Err(NotFound::Nothing { text: text.into(), near: near_boards(boards, &key) })
}

/// Everything that a board is called, its full name first.
fn names(board: &Board) -> impl Iterator<Item = &str> {
    let own = [board.name.as_str(), board.model(), board.title.as_str()];
    own.into_iter().chain(board.aliases.iter().map(String::as_str))
}

/// Boards whose names are like `key`, the nearest first.
fn near_boards(boards: &'static [Board], key: &str) -> Vec<&'static str> {
    let likeness =
        |board: &'static Board| names(board).map(|name| like(name, key)).fold(0.0, f64::max);
    let all = boards.iter().map(|board| (likeness(board), board.name.as_str()));
    nearest(all, 0.6)
}

/// The words among `choices` that are like `word`, the nearest first.
pub(super) fn near<'a>(word: &str, choices: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let word = plain(word);
    nearest(choices.into_iter().map(|choice| (like(choice, &word), choice)), 0.5)
}

/// How like a name is to a plain one: 1 is the same, 0 has nothing in common.
fn like(name: &str, key: &str) -> f64 {
    strsim::normalized_damerau_levenshtein(&plain(name), key)
}

/// The names that are at least so like, the nearest first.
fn nearest<'a>(all: impl Iterator<Item = (f64, &'a str)>, least: f64) -> Vec<&'a str> {
    let mut found: Vec<_> = all.filter(|(likeness, _)| *likeness >= least).collect();
    found.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    found.into_iter().take(NEAR).map(|(_, name)| name).collect()
}

/// Whether a board of that name is called so by its name or its model; `wanted` is plain.
pub(super) fn is_called(name: &str, wanted: &str) -> bool {
    let model = name.split_once('/').map_or(name, |(_, model)| model);
    plain(name) == wanted || plain(model) == wanted
}

/// A name without what people write in different ways.
pub(super) fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{super::built_in, *};

    fn found(text: &str) -> &'static str {
        among(built_in(), text).map_or_else(|error| panic!("{error}"), |board| &board.name)
    }

    #[test]
    fn any_unique_part_of_a_name_will_do() {
        for (text, name) in [
            ("radxa/rock-5b", "radxa/rock-5b"),
            ("rock-5b", "radxa/rock-5b"),
            ("rock5b", "radxa/rock-5b"),
            ("ROCK 5B", "radxa/rock-5b"),
            ("Radxa_Rock.5B", "radxa/rock-5b"),
            ("vim1", "khadas/vim1"),
            ("vim3", "khadas/vim3"),
            ("vim3l", "khadas/vim3l"),
            ("visionfive2", "starfive/visionfive-2"),
            ("VF2", "starfive/visionfive-2"),
            ("orange pi 5", "xunlong/orangepi-5"),
            ("nezha", "allwinner/nezha-d1"),
            ("r6s", "friendlyelec/nanopi-r6s"),
        ] {
            assert_eq!(found(text), name, "{text}");
        }
    }

    #[test]
    fn every_board_is_found_by_each_of_its_names() {
        for board in built_in() {
            for name in names(board) {
                assert_eq!(found(name), board.name, "{name}");
            }
            let one = single(|name| name == board.name).expect("its name is in its file");
            assert_eq!(format!("{one:?}"), format!("{board:?}"));
        }
    }

    #[test]
    fn several_boards_are_listed_and_near_names_offered() {
        let text = |text: &str| among(built_in(), text).expect_err(text).to_string();
        let several = text("orangepi");
        assert!(several.contains("xunlong/orangepi-5, xunlong/orangepi-"), "{several}");
        for (typo, name) in [("rokc-5b", "radxa/rock-5b"), ("visonfive2", "starfive/visionfive-2")]
        {
            let near = text(typo);
            assert!(near.contains(&format!("is it {name}")), "{near}");
        }
        for nothing in ["", "--", "nobody/nothing-here-at-all"] {
            let says = text(nothing);
            assert!(says.ends_with("in the database"), "{says}");
        }
        assert!(text("\u{1b}[2J").contains("\\u{1b}"));
    }
}
