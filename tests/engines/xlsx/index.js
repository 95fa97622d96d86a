// All that SDEverywhere calls when it is loaded.
exports.set_fs = () => {};
