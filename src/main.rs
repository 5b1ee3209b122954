//! Parses the command line, runs it, and turns the outcome into an exit code.

mod signals;

use std::{env, ffi::OsString, panic, process, process::ExitCode};

use link::Code;
use racklet_flash::{
    cli,
    exit::Exit,
    failure::Failure,
    report::{self, Report},
    transport::Stop,
};

fn main() -> ExitCode {
    let arguments: Vec<OsString> = env::args_os().collect();
    let json = cli::wants_json(&arguments);
    panic::set_hook(Box::new(move |what| panicked(json, what)));
    let stop = Stop::default();
    let listening = signals::listen(stop.clone(), json);
    let cli = match cli::parse(&arguments) {
        Ok(cli) => cli,
        Err(exit) => return exit.into(),
    };
    let mut report = Report::new(cli.options.style());
    let outcome = listening.and_then(|()| cli::run(&cli, &stop, &mut report));
    if !stop.claim_end() {
        signals::wait_for_the_end();
    }
    match outcome {
        Ok(exit) => exit.into(),
        // The program that read our answer has seen enough of it.
        Err(error) if signals::is_closed_pipe(&error) => Exit::Failed.into(),
        Err(error) => {
            let mut failure = Failure::of(&error);
            if failure.exit == Exit::Usage {
                failure.advice.get_or_insert_with(|| cli::help(&arguments));
            }
            report.failure(&error, &failure);
            failure.exit.into()
        }
    }
}

/// A fault of our own: reported as any error is, and no abort, which would look as if the process had been killed.
fn panicked(json: bool, what: &panic::PanicHookInfo<'_>) {
    let text = format!("a fault in racklet-flash itself: {what}");
    report::ending(
        json,
        Exit::Failed,
        Code::INTERNAL,
        &text,
        Some("please report it, with the command line"),
    );
    if cfg!(panic = "abort") {
        process::exit(101);
    }
}
