import process from 'node:process';

/** The peer of sending: the same requests with the same number at a time, and nothing remembered. Prints the address it used. */
const [url = '', token = '', people = '0', lanes = '1'] = process.argv.slice(2);
const queue = Array.from({ length: Number(people) }, (_, number) => number)[Symbol.iterator]();
const headers = { access_token: token, 'content-type': 'application/json' };
const text = 'x'.repeat(300);

async function lane(): Promise<void> {
  for (const number of queue) {
    const body = JSON.stringify({ recipient: { user_id: `bare-${number}` }, message: { text } });
    const answer = await fetch(`${url}/v2.0/oa/message`, { method: 'POST', headers, body });
    await answer.text();
  }
}

process.stdout.write(`${url} \n`);
await Promise.all(Array.from({ length: Number(lanes) }, lane));
