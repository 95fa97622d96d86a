//! Words of what can be pulled in the picture.

use yew::AttrValue;

crate::messages! {
    /// What is done with a handle, and how.
    pub enum HandleMessage {
        Group => "handle.group" "Handles in the picture";
        Treasury { label: AttrValue } => "handle.treasury" "Turn the Treasury’s tap: {label}";
        Fed { label: AttrValue } => "handle.fed" "Turn the Fed’s tap: {label}";
        Credit { label: AttrValue } => "handle.credit" "Turn the credit tap: {label}";
        Tank { label: AttrValue } => "handle.tank" "Pull the tank’s water line: {label}";
        Meter { label: AttrValue } => "handle.meter" "Pull the data centre’s meter: {label}";
        TurnHelp => "handle.turn-help" "Pull it to the right to open it, to the left to close it.";
        TankHelp => "handle.tank-help" "Pull its water line up or down; with a finger, hold the line for a moment first.";
        MeterHelp => "handle.meter-help" "Pull its meter to the right for more, to the left for less.";
    }
}
