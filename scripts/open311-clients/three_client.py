"""Runs the library « three », unchanged, against a GeoReport v2 server. See README.md beside."""

import os
import sys
import types
from datetime import date, timedelta

# Only its XML reading needs it, and this trial is in JSON.
sys.modules['relaxml'] = types.SimpleNamespace(xml=None)
sys.path.insert(0, sys.argv[1])
from three import Three  # noqa: E402

failures = 0


def check(what, truth, seen=None):
    global failures
    print(('ok    ' if truth else 'FAILS ') + what + ('' if truth else f': {seen!r}'))
    failures += not truth


server = Three(os.environ['URL'], api_key=os.environ['KEY'])

endpoint = server.discovery()['endpoints'][0]
check('discovery names the endpoint', endpoint['specification'].endswith('GeoReport_v2'), endpoint)

services = server.services()
check('services is a list', isinstance(services, list) and len(services) > 0, services)
asking = next(one for one in services if one['metadata'])
definition = server.services(asking['service_code'])
check('a definition has attributes', len(definition['attributes']) > 0, definition)

# Somewhere that has a request is a place of the territory.
known = next(one for one in server.requests() if one['lat'])
plain = next((one for one in services if not one['metadata']), None) or asking
answers = {}
if plain['metadata']:
    for attribute in server.services(plain['service_code'])['attributes']:
        if attribute['variable'] and attribute['required']:
            values = attribute['values']
            answers[f"attribute[{attribute['code']}]"] = values[0]['key'] if values else '1'

words = 'Essai de « three » : ça clignote, près de l’école 💡'
posted = server.post(
    plain['service_code'], lat=known['lat'], long=known['long'], description=words,
    name='Essai Libre', email='essai@exemple.fr', **answers)
identifier = posted[0].get('service_request_id')
check('a report by a point is taken', bool(identifier), posted)
read = server.request(identifier, api_key=os.environ['KEY'])
check('it is read back in its own words', read[0]['description'] == words, read)
check('and is open', read[0]['status'] == 'open', read)

by_address = server.post(
    plain['service_code'], address=known['address'] or 'Hôtel de ville',
    description='Essai de « three », par une adresse', **answers)
check('a report by an address is taken', 'service_request_id' in by_address[0], by_address)

listed = server.requests(plain['service_code'])
check('requests of one service', {one['service_code'] for one in listed} == {plain['service_code']}, listed)
opened = server.requests(status='open')
check('requests that are open', {one['status'] for one in opened} == {'open'}, opened)
lately = server.requests(between=[date.today() - timedelta(days=2), date.today() + timedelta(days=1)])
check('requests between two dates', any(one['service_request_id'] == identifier for one in lately))

refused = server.post('nothing-like-it', lat=known['lat'], long=known['long'], description='x')
check('an unknown service is refused in its form', refused[0]['code'] == 404, refused)
stranger = Three(os.environ['URL'], api_key='wrong').post(
    plain['service_code'], lat=known['lat'], long=known['long'], description='x', **answers)
check('a wrong key is refused in its form', stranger[0]['code'] == 403, stranger)

sys.exit(1 if failures else 0)
