//! Parses the command line, runs it, and turns the outcome into an exit code.

use std::{io, process::ExitCode, thread};

use clap::Parser;
use racklet_flash::{
    cli::{self, Cli},
    exit::Exit,
    failure::Failure,
    report::Report,
    transport::Stop,
};
use signal_hook::{
    consts::{SIGINT, SIGTERM},
    iterator::Signals,
};

fn main() -> ExitCode {
    let cli = Cli::parse();
    let stop = Stop::default();
    let mut report = Report::new(cli.options.style());
    let outcome = listen(stop.clone()).and_then(|()| cli::run(&cli, &stop, &mut report));
    let error = match outcome {
        Ok(exit) => return exit.into(),
        Err(error) => error,
    };
    if error
        .downcast_ref::<io::Error>()
        .is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
    {
        // Whoever read our answer has seen enough of it.
        return Exit::Failed.into();
    }
    let failure = Failure::of(&error);
    report.failure(&error, &failure);
    failure.exit.into()
}

/// Has the user's signals counted: the first stops before the next command, the second cuts the transfer under way. SIGHUP
/// is left alone, as `nohup` has it ignored.
fn listen(stop: Stop) -> anyhow::Result<()> {
    let mut signals = Signals::new([SIGINT, SIGTERM])?;
    thread::spawn(move || {
        signals.forever().for_each(|_| match stop.request() {
            1 => eprintln!("\nstopping when the command under way is complete; once more cuts it"),
            _ => eprintln!("\ncutting the transfer under way"),
        });
    });
    Ok(())
}
