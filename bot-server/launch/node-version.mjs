const LEAST = [20, 19];

/** Ends with exit 2 and one clear line when Node is too old to run anything here. */
export function ensureNodeVersion(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return;
  process.stderr.write(
    `Cần Node.js ${LEAST.join('.')} trở lên, máy đang có ${version}. Hãy cài bản mới rồi chạy lại.` +
      ` (Node.js ${LEAST.join('.')} or later is needed; this is ${version}.)\n`,
  );
  process.exit(2);
}
