/**
 * A mail server of a process of its own, for measuring those who talk to it: takes every mail and says so. Speaks as
 * much SMTP as a client needs that keeps its connection. Prints its port; ends with its parent.
 */
import net from 'node:net';

const END_OF_DATA = '\r\n.\r\n';

function answer(line: string): string {
  const verb = line.slice(0, 4).toUpperCase();
  if (verb === 'EHLO') return '250-sink\r\n250-PIPELINING\r\n250 8BITMIME\r\n';
  if (verb === 'DATA') return '354 go on\r\n';
  return verb === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n';
}

const server = net.createServer((socket) => {
  let buffer = '';
  let isInData = false;
  socket.setNoDelay(true);
  socket.on('error', () => undefined);
  socket.write('220 sink\r\n');
  socket.on('data', (chunk) => {
    buffer += chunk.toString('latin1');
    for (;;) {
      const end = buffer.indexOf(isInData ? END_OF_DATA : '\r\n');
      if (end === -1) return;
      const line = buffer.slice(0, end);
      buffer = buffer.slice(end + (isInData ? END_OF_DATA.length : 2));
      if (isInData) socket.write('250 taken\r\n');
      else socket.write(answer(line));
      isInData = !isInData && line.toUpperCase() === 'DATA';
    }
  });
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${String((server.address() as net.AddressInfo).port)}\n`);
});
process.on('disconnect', () => process.exit(0));
