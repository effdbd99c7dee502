// Loaded before a server's own code: its clock goes on from the moment in SHIFTED_TO instead of from now, so that what depends
// on the hour of the day (nobody is rung at night) is the same whenever the test runs.
const RealDate = Date;
const shift = RealDate.parse(process.env.SHIFTED_TO ?? '') - RealDate.now();
if (Number.isNaN(shift)) throw new Error('SHIFTED_TO: an ISO time is needed');

globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + shift);
    else super(...given);
  }
  static now() {
    return RealDate.now() + shift;
  }
};
