//! The card of a board for scripts: the same data under stable keys.

use serde_json::{Value, json};

use super::commands;
use crate::boards::{Board, explained, notes};

pub(super) fn of(board: &Board) -> Value {
    let (proven, reason) = (board.proven(), board.is_flashable().err());
    let known: serde_json::Map<_, _> = board
        .sources()
        .into_iter()
        .filter_map(explained)
        .map(|(name, meaning)| (name.to_owned(), json!(meaning)))
        .collect();
    let mut fields = json!({
        "name": board.name, "title": board.title, "aliases": board.aliases,
        "vendor": board.family().vendor, "family": board.family, "soc": board.soc,
        "id": board.chip().id().map(|(_, id)| id),
        "socket": board.socket,
        "cables": notes().cables(board).collect::<Vec<_>>(),
        "recovery": board.recovery(),
        "silent": notes().silent(board),
        "files": board.files(),
        "flashable": reason.is_none(), "not_flashable": reason,
        "commands": commands::of(board),
        "elsewhere": board.elsewhere(),
    });
    let more = json!({
        "storage": board.storages(), "default_storage": board.default_storage(),
        "console": board.console,
        "layout": board.layout(),
        "traps": board.traps().collect::<Vec<_>>(),
        "proven": {"level": proven.level, "meaning": proven.level.meaning(), "source": proven.source},
        "sources": known,
        "virtual": board.is_virtual(), "profile": board.profile(), "qemu": board.qemu,
        "origin": board.origin.as_ref().map(|path| path.display().to_string()),
    });
    if let (Some(fields), Value::Object(more)) = (fields.as_object_mut(), more) {
        fields.extend(more);
    }
    fields
}
