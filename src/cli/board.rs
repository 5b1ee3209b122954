//! `boards` and `virtual list`.

use serde_json::json;

use crate::{
    boards::{self, Board},
    failure::Problem,
    report::Answer,
    transport::virt,
};

pub(super) fn run(name: Option<&str>) -> anyhow::Result<Answer> {
    let Some(name) = name else { return Ok(table()) };
    let unknown = || {
        Problem::Usage(format!(
            "there is no board `{name}` in the database; `racklet-flash boards` lists them"
        ))
    };
    Ok(card(boards::by_name(name).ok_or_else(unknown)?))
}

fn table() -> Answer {
    let lines: Vec<_> = boards::all()
        .iter()
        .map(|board| format!("{:22} {:6} {}", board.name, board.soc, board.title))
        .collect();
    let names: Vec<_> = boards::all()
        .iter()
        .map(|board| json!({"name": board.name, "soc": board.soc, "title": board.title}))
        .collect();
    Answer::new(lines.join("\n"), json!({"boards": names}))
}

fn card(board: &Board) -> Answer {
    if board.is_serial() {
        return serial_card(board);
    }
    let (family, chip) = (board.family(), board.chip());
    let text = format!(
        "{} ({})\n  SoC       {} {} (FEL id {:#06x})\n  recovery  through {}.\n            {}\n  storage   {}\n  virtual   {}",
        board.title,
        board.name,
        family.vendor,
        chip.name,
        chip.id,
        board.port,
        family.recovery,
        board.storage.join(", "),
        match &board.qemu {
            Some(machine) => format!("memory engine, or QEMU's machine {machine}"),
            None => "memory engine".into(),
        },
    );
    let fields = json!({
        "name": board.name, "title": board.title, "vendor": family.vendor, "soc": chip.name, "id": chip.id,
        "recovery": family.recovery, "port": board.port, "storage": board.storage, "qemu": board.qemu,
    });
    Answer::new(text, fields)
}

/// A board whose mask ROM is on a serial line: it has no number to be known by.
fn serial_card(board: &Board) -> Answer {
    let family = board.family();
    let text = format!(
        "{} ({})\n  SoC       {} {}\n  recovery  through {}.\n            {}\n  storage   {}\n  virtual   on a modelled line, or on a pty",
        board.title,
        board.name,
        family.vendor,
        board.soc,
        board.port,
        family.recovery,
        board.storage.join(", "),
    );
    let fields = json!({
        "name": board.name, "title": board.title, "vendor": family.vendor, "soc": board.soc,
        "recovery": family.recovery, "port": board.port, "storage": board.storage,
    });
    Answer::new(text, fields)
}

/// What carries a virtual board.
fn carriers(board: &Board) -> &'static str {
    match () {
        () if board.is_serial() => "serial line",
        () if board.qemu.is_some() => "engine=memory, engine=qemu",
        () => "engine=memory",
    }
}

pub(super) fn virtual_list() -> Answer {
    let lines: Vec<_> = boards::all()
        .iter()
        .map(|board| format!("{:22} {}", board.name, carriers(board)))
        .collect();
    let names: Vec<_> =
        boards::all().iter().map(|board| json!({"name": board.name, "qemu": board.qemu})).collect();
    Answer::new(
        format!("{}\n\n{}\n\n{}", lines.join("\n"), virt::OPTIONS, virt::SERIAL_OPTIONS),
        json!({"boards": names, "options": virt::OPTIONS, "serial_options": virt::SERIAL_OPTIONS}),
    )
}
