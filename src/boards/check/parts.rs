//! Files, layouts and numbers that refer to other parts of the board.

use super::{Board, Check};
use crate::boards::{BoardFile, Layout, Level, Protocol};

impl Check<'_> {
    pub(super) fn parts(&mut self, board: &Board) {
        for file in &board.files {
            self.file(board, file);
        }
        for layout in &board.layout {
            self.layout(board, layout);
        }
        if let Some(console) = &board.console {
            let rate = console.rate;
            self.require((300..=5_000_000).contains(&rate), ("rate", &rate.to_string()), || {
                format!("no console has {rate} bit/s")
            });
        }
        self.machine(board);
        self.proof(board);
    }

    fn file(&mut self, board: &Board, file: &BoardFile) {
        let at = |key| (key, file.name.as_str());
        self.sentence("name", &file.name);
        self.sentence("what", &file.what);
        self.sentence("publisher", &file.publisher);
        self.maybe("when", file.when.as_deref());
        let plain = !file.name.contains('/') && !file.name.starts_with('-');
        self.require(plain, at("name"), || format!("`{}` is no file's name", file.name));
        if let Some(url) = &file.url {
            let good = url.starts_with("https://") && !url.contains(char::is_whitespace);
            self.require(good, ("url", url), || format!("`{url}` is no https:// address"));
        }
        if let Some(sum) = &file.sha256 {
            let good = sum.len() == 64 && sum.bytes().all(|byte| byte.is_ascii_hexdigit());
            self.require(good, ("sha256", sum), || format!("`{sum}` is not 64 hexadecimal digits"));
        }
        if let Some(other) = file.instead_of {
            let stands_in = |known: &&&BoardFile| known.role == other && known.instead_of.is_none();
            let known =
                other != file.role && board_files(board).iter().any(|known| stands_in(&known));
            self.require(known, ("instead-of", other.name()), || {
                format!("no file of this board has the role `{}`", other.name())
            });
        }
        self.unfamiliar(&file.socs);
    }

    /// `socs` has a meaning in a family's file only.
    pub(super) fn unfamiliar(&mut self, socs: &[String]) {
        self.require(socs.is_empty(), ("socs", ""), || {
            "`socs` is for what a family's file says, not for a board's".into()
        });
    }

    fn layout(&mut self, board: &Board, layout: &Layout) {
        self.sentence("what", &layout.what);
        self.maybe("area", layout.area.as_deref());
        for kind in &layout.on {
            self.require(board.storage(*kind).is_some(), ("on", kind.name()), || {
                format!("the board has no {kind}, so nothing is stored there")
            });
        }
        self.require(!layout.on.is_empty(), ("on", ""), || {
            format!("`{}` is on no storage", layout.what)
        });
        self.unfamiliar(&layout.socs);
    }

    fn machine(&mut self, board: &Board) {
        let Some(machine) = &board.qemu else { return };
        let family = crate::boards::family_by_name(&board.family);
        let speaks = family.is_none_or(|family| family.protocol == Some(Protocol::Fel));
        self.require(speaks, ("qemu", machine), || {
            "QEMU can run the code of Allwinner's boards only".into()
        });
        let word = machine.chars().all(|c| c.is_ascii_alphanumeric() || "-._".contains(c));
        self.require(word && !machine.is_empty(), ("qemu", machine), || {
            format!("`{machine}` is no name of a QEMU machine")
        });
    }

    fn proof(&mut self, board: &Board) {
        let Some(proven) = &board.proven else { return };
        let sourced =
            matches!(proven.level, Level::Nothing | Level::Virtual) || proven.source.is_some();
        self.require(sourced, ("level", proven.level.name()), || {
            format!("`{}` needs a source: who proved it, and where", proven.level.name())
        });
    }
}

/// The board's files; its own alone where its family is not known, which is noted elsewhere.
fn board_files(board: &Board) -> Vec<&BoardFile> {
    match crate::boards::family_by_name(&board.family) {
        Some(_) => board.files(),
        None => board.files.iter().collect(),
    }
}
