import dgram from "node:dgram";
import dns from "node:dns";
import net from "node:net";
import { writeSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";

/** Loaded before a program: ends it at its first use of the network, whichever way. */
const caught = () => {
  writeSync(2, `The network was used\n${new Error().stack}\n`);
  process.exit(99);
};

globalThis.fetch = caught;
net.Socket.prototype.connect = caught;
net.Server.prototype.listen = caught;
dgram.Socket.prototype.send = caught;
dgram.Socket.prototype.bind = caught;
for (const name of ["lookup", "resolve", "resolve4", "resolve6"]) {
  dns[name] = caught;
  dns.promises[name] = caught;
}
syncBuiltinESMExports();
