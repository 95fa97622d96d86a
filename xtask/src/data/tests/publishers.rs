//! Publishers on this machine: they answer in the shape of the real ones, from what is held and
//! the week that follows it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;

use jiff::ToSpan;
use jiff::civil::Date;

use super::super::held::Held;
use super::super::rhythm::Rhythm;
use super::super::sources::{Source, TABLES, Unit};

/// What a publisher says to a request.
#[derive(Clone)]
pub struct Answer {
    pub status: &'static str,
    pub body: String,
    /// The length that the head claims, where it is not the body's.
    pub claimed: Option<usize>,
}

/// Series by their ids, values as published; and answers that take their place.
#[derive(Clone, Default)]
pub struct Publishers {
    pub series: BTreeMap<String, BTreeMap<Date, String>>,
    pub instead: BTreeMap<String, Answer>,
}

impl Publishers {
    /// As the folder has it, and the next week.
    pub fn new(folder: &Path) -> Publishers {
        let mut publishers = Publishers::default();
        for table in &TABLES {
            let held = Held::read(folder, table).unwrap();
            for (place, column) in table.columns.iter().enumerate() {
                for row in held.rows.iter().filter(|row| !row.cells[place].is_empty()) {
                    let value: f64 = row.cells[place].parse().unwrap();
                    let published = match column.series.unit {
                        Unit::Millions => format!("{:.0}", value * 1000.0),
                        _ => row.cells[place].clone(),
                    };
                    let friday = column.series.rhythm == Rhythm::Fridays;
                    publishers.set(
                        column.series.id,
                        row.day - if friday { 5.days() } else { 0.days() },
                        &published,
                    );
                }
            }
        }
        for line in include_str!("next_week.csv").lines().skip(1) {
            let fields: Vec<&str> = line.split(',').collect();
            publishers.set(fields[0], fields[1].parse().unwrap(), fields[2]);
        }
        publishers
    }

    pub fn set(&mut self, id: &str, day: Date, published: &str) {
        self.series.entry(id.into()).or_default().insert(day, published.into());
    }

    pub fn remove(&mut self, id: &str, day: Date) {
        self.series.get_mut(id).unwrap().remove(&day).unwrap();
    }

    /// The table of one series, as FRED writes it.
    pub fn table(&self, id: &str) -> String {
        let mut text = format!("observation_date,{id}\n");
        for (day, published) in &self.series[id] {
            let _ = writeln!(text, "{day},{published}");
        }
        text
    }

    /// Table 1 of the Monthly Statement of the Public Debt, as the Treasury's service writes it.
    fn public_debt(&self) -> String {
        let columns = TABLES.iter().flat_map(|table| table.columns);
        let mut rows: BTreeMap<(Date, &str), serde_json::Value> = BTreeMap::new();
        for column in columns {
            let Source::PublicDebt { security, amount } = column.series.source else { continue };
            let (kind, class) = security.split_once('/').unwrap();
            for (day, published) in &self.series[column.series.id] {
                let row = rows.entry((*day, security)).or_insert_with(|| {
                    serde_json::json!({
                        "record_date": day.to_string(),
                        "security_type_desc": kind,
                        "security_class_desc": class,
                        "debt_held_public_mil_amt": "null",
                        "intragov_hold_mil_amt": "null",
                        "total_mil_amt": "null",
                    })
                });
                row[amount] = published.as_str().into();
            }
        }
        let rows: Vec<serde_json::Value> = rows.into_values().collect();
        let meta = serde_json::json!({"count": rows.len(), "total-count": rows.len(), "total-pages": 1});
        serde_json::json!({"data": rows, "meta": meta}).to_string()
    }

    fn answer(&self, path: &str) -> Answer {
        let query = |name: &str| {
            let (_, queries) = path.split_once('?')?;
            queries.split('&').find_map(|query| query.strip_prefix(name)?.strip_prefix('='))
        };
        let found = |body: String| Answer { status: "200 OK", body, claimed: None };
        if path.starts_with("/graph/fredgraph.csv?") {
            let id = query("id").unwrap();
            return self.instead.get(id).cloned().unwrap_or_else(|| found(self.table(id)));
        }
        if path.starts_with("/services/api/fiscal_service/v1/debt/mspd/mspd_table_1?") {
            return self.instead.get("MSPD").cloned().unwrap_or_else(|| found(self.public_debt()));
        }
        Answer { status: "404 Not Found", body: String::new(), claimed: None }
    }
}

/// Publishers on a port, until dropped.
pub struct Server {
    address: SocketAddr,
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    pub fn start(publishers: Publishers) -> Server {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let (address, stop) = (listener.local_addr().unwrap(), Arc::new(AtomicBool::new(false)));
        let stopped = Arc::clone(&stop);
        let thread = std::thread::spawn(move || {
            for stream in listener.incoming() {
                if stopped.load(Ordering::Relaxed) {
                    return;
                }
                let _ = reply(&mut stream.unwrap(), &publishers);
            }
        });
        Server { address, stop, thread: Some(thread) }
    }

    pub fn base(&self) -> String {
        format!("http://{}", self.address)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        let _ = TcpStream::connect(self.address);
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

fn reply(stream: &mut TcpStream, publishers: &Publishers) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let request = lines.next().unwrap_or_else(|| Ok(String::new()))?;
    // The rest of the head ends with an empty line.
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    let answer = publishers.answer(request.split(' ').nth(1).unwrap_or(""));
    write!(
        stream,
        "HTTP/1.1 {}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{}",
        answer.status,
        answer.claimed.unwrap_or(answer.body.len()),
        answer.body
    )
}
