//! `cargo xtask serve` as a shell or a test harness meets it.

use std::io::{BufRead as _, BufReader};
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Serves a site of one page and returns what the last line of the output says.
fn serve(folder: &Path) -> (Child, String) {
    std::fs::create_dir_all(folder).unwrap();
    std::fs::write(folder.join("index.html"), "<title>x</title>").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.args(["serve", "--port", "0", "--base", "/some/path", "--dir"]).arg(folder);
    let mut task = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
    let lines = BufReader::new(task.stdout.take().unwrap()).lines();
    let address = lines.map_while(Result::ok).find(|line| line.starts_with("http://")).unwrap();
    (task, address)
}

#[test]
fn the_server_ends_with_the_task_however_it_ends() {
    let folder = std::env::temp_dir().join(format!("bathtub-task-{}", std::process::id()));
    let (mut task, address) = serve(&folder);
    let port = address.strip_prefix("http://127.0.0.1:").unwrap().strip_suffix("/some/path/").unwrap();
    let port: u16 = port.parse().unwrap();
    let connects = || TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok();
    assert!(connects());
    // The task cannot know of this, and so cannot end the server itself.
    task.kill().unwrap();
    task.wait().unwrap();
    let start = Instant::now();
    while connects() {
        assert!(start.elapsed() < Duration::from_secs(10), "the server outlives the task");
        std::thread::sleep(Duration::from_millis(20));
    }
    std::fs::remove_dir_all(&folder).unwrap();
}
