import { assertRoutesComplete, RouteTable } from './route-table.js';

function tableOf(...routes: string[]): RouteTable {
  const table = new RouteTable();
  for (const route of routes) {
    const [method = '', url = ''] = route.split(' ');
    table.routes.push({ method, url });
  }
  return table;
}

describe('RouteTable', () => {
  it('knows the methods of an address, with parameters, wildcards and queries', () => {
    const table = tableOf('GET /api/v1/sources/:id', 'PUT /api/v1/sources/:id', 'GET /app/*', 'GET /a.b');
    expect(table.methodsAt('/api/v1/sources/1?x=2')).toEqual(['GET', 'PUT']);
    expect(table.methodsAt('/app/inbox/1')).toEqual(['GET']);
    expect(table.methodsAt('/api/v1/sources')).toEqual([]);
    expect(table.methodsAt('/aXb')).toEqual([]);
  });

  it('tells what nobody described, and what was promised and is missing', () => {
    const { unexpected, missing } = tableOf(
      'GET /',
      'HEAD /',
      'GET /secret',
      'HEAD /secret',
    ).findDifferences();
    expect(unexpected).toEqual(['GET /secret', 'HEAD /secret']);
    expect(missing).toContain('GET /api/v1/me');
    expect(missing).not.toContain('GET /');
  });

  it('keeps an incomplete service from starting', () => {
    expect(() => assertRoutesComplete(tableOf('GET /secret'))).toThrow(/GET \/secret is neither/);
  });
});
