import { type TestServer, testServer } from './test-server.ts';

/** A demonstration on 21/11/2026 in which officials confirm tasks and report on them. */
export interface ReportingServer {
  readonly server: TestServer;
  /** `who`: "standing", or the name of a unit, of the ward. */
  call(who: string, ward: string, method: string, path: string, body?: unknown): ReturnType<TestServer['call']>;
  /** Confirms everything that the ward's plan proposes. */
  confirmPlan(ward: string): Promise<void>;
  close(): Promise<void>;
}

export async function reportingServer(clock = '2026-11-21T08:00:00+07:00'): Promise<ReportingServer> {
  const server = await testServer({ DEMO: '1', CLOCK: clock });
  const tokens = new Map<string, string>();
  const tokenOf = async (who: string, ward: string) => {
    const key = `${who} ${ward}`;
    const known = tokens.get(key);
    if (known !== undefined) return known;
    const persona = ['resident', 'leader', 'admin'].includes(who) ? who : 'official';
    const unit = who === 'standing' ? 'Phòng Văn hóa - Xã hội' : who;
    const token = await server.signIn(persona, ward, persona === 'official' ? { unit } : {});
    tokens.set(key, token);
    return token;
  };
  const desk: ReportingServer = {
    server,
    async call(who, ward, method, path, body) {
      const token = who === 'nobody' ? null : await tokenOf(who, ward);
      return server.call(method, `/api/v1${path}`, { token, body });
    },
    async confirmPlan(ward) {
      const { json } = await desk.call('standing', ward, 'GET', `/work-proposals?ward=${ward}`);
      const wanted = ({ from }: { from: { document_id: string; fact_id: string } }) => ({
        document_id: from.document_id,
        fact_id: from.fact_id,
      });
      const tasks = json.tasks.filter(({ from }: { from: { origin: string } }) => from.origin !== 'organisation');
      const body = { ward, tasks: tasks.map(wanted), targets: json.targets.map(wanted) };
      const reply = await desk.call('standing', ward, 'POST', '/work', body);
      if (reply.status >= 400) throw new Error(reply.text);
    },
    close: () => server.close(),
  };
  return desk;
}
