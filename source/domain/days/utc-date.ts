/**
 * A Date whose plain getters and setters are the UTC ones. date-fns works in the machine's time zone, where some days
 * have 23 hours and one (Pacific/Apia, 30.12.2011) does not exist at all; handed a UtcDate it never meets the zone.
 */
export class UtcDate extends Date {}

const localNames = Object.getOwnPropertyNames(Date.prototype).filter((name) =>
  /^[gs]et(?!UTC|Time)/u.test(name),
);
for (const name of localNames) {
  const utcMethod: unknown = Reflect.get(Date.prototype, name.replace(/^([gs]et)/u, '$1UTC'));
  if (typeof utcMethod === 'function') {
    Object.defineProperty(UtcDate.prototype, name, { value: utcMethod, configurable: true, writable: true });
  }
}
Object.defineProperty(UtcDate.prototype, 'getTimezoneOffset', {
  value: () => 0,
  configurable: true,
  writable: true,
});
