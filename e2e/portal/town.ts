import { productUrl } from '../product.ts';

/** Asks the public API, as a page or a partner would. */
export async function askApi<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(`${productUrl()}/api/v1${path}`, init);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json();
}

interface Service {
  code: string;
  name: string;
  hasQuestions: boolean;
  emergencyNotice: string | null;
}

interface Place {
  kind: string;
  label: string;
  point: { lat: number; long: number };
}

/** What any town has, found in this one: the tests hold for the demonstration and for yours. */
export async function findInTown() {
  const { items: services } = await askApi<{ items: Service[] }>('/services');
  const { items: places } = await askApi<{ items: Place[] }>('/places?q=1%20rue&limit=20');
  const address = places.find(({ kind }) => kind === 'address');
  const plain = services.find((service) => !service.hasQuestions && !service.emergencyNotice);
  const asking = services.find((service) => service.hasQuestions);
  if (!address || !plain || !asking) throw new Error('This town has no address or no service.');
  return { address, plain, asking, services };
}

/** Reports by the API. @returns the tracking code */
export async function report(serviceCode: string, point: Place['point']): Promise<string> {
  const { code } = await askApi<{ code: string }>('/service-requests', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ serviceCode, description: 'Essai', point }),
  });
  return code;
}

/** What the portal proposes first to whoever is about to report there. @returns its id */
export async function findReported(serviceCode: string, point: Place['point']): Promise<string> {
  const { lat, long } = point;
  const { items } = await askApi<{ items: { id: string }[] }>(
    `/public/duplicates?serviceCode=${serviceCode}&lat=${lat}&long=${long}`,
  );
  if (!items[0]) throw new Error('Nothing was reported there.');
  return items[0].id;
}

/** The street of a point, as the portal's addresses name it: kind and id. */
export async function findArea({ lat, long }: Place['point']): Promise<string> {
  const { items } = await askApi<{ items: { kind: string; id: string }[] }>(
    `/places/areas?lat=${lat}&long=${long}`,
  );
  const street = items.find(({ kind }) => kind === 'street');
  if (!street) throw new Error('There is no street there.');
  return `${street.kind}/${street.id}`;
}
