import { randomBytes } from 'node:crypto';

/** Makes ids that say they are simulated, and that no other run of the simulation makes: who remembers ids is not confused. */
export type MakeId = (what: string) => string;

export function madeUpIds(): MakeId {
  const run = randomBytes(4).toString('hex');
  let count = 0;
  return (what) => {
    count += 1;
    return `sim-${what}-${run}-${count}`;
  };
}
