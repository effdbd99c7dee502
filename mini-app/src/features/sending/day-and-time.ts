const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hour12: false },
});

/** ISO time → what stands in the fields for a day and a time, in Vietnam. @throws RangeError when it is no time */
export function inVietnam(iso: string): { readonly day: string; readonly time: string } {
  const found = Object.fromEntries(parts.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
  const { year, month, day, hour, minute } = found;
  // Some web views write midnight as 24.
  return { day: `${year}-${month}-${day}`, time: `${hour === '24' ? '00' : hour}:${minute}` };
}

/** "2026-11-28" and "19:30" → ISO time. */
export function isoFrom(day: string, time: string): string {
  return `${day}T${time}:00+07:00`;
}
