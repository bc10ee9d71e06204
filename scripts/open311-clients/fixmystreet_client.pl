#!/usr/bin/env perl
# Runs FixMyStreet's own Open311.pm, unchanged, against a GeoReport v2 server. See README.md beside.
#
# FixMyStreet itself and its database are not needed to talk Open311: what Open311.pm asks of them is
# answered here by the least that can, and every other module is the real one.
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));

BEGIN {
    for my $module (qw(FixMyStreet FixMyStreet/Cobrand FixMyStreet/DB Utils
        FixMyStreet/App/Model/PhotoSet FixMyStreet/ImageMagick)) {
        $INC{"$module.pm"} = __FILE__;
    }
}
package FixMyStreet { sub config { return } sub test_mode { 1 } }
package Utils { sub truncate_coordinate { sprintf('%.6f', $_[0]) } }
package FixMyStreet::DB::Result::Problem {
    sub open_states { { map { $_ => 1 } qw(confirmed investigating planned) } }
    sub fixed_states { { 'fixed - council' => 1 } }
}
# Whatever is asked of a report, a comment or a person and was not given is empty.
package Thing {
    our $AUTOLOAD;
    sub new { my ($class, %given) = @_; bless {%given}, $class }
    sub AUTOLOAD {
        my $self = shift;
        (my $name = $AUTOLOAD) =~ s/.*:://;
        return if $name eq 'DESTROY';
        return $self->{$name};
    }
    sub get_extra_fields { $_[0]{fields} || [] }
    sub get_extra_metadata { $_[1] ? undef : {} }
    sub get_cobrand_logged { Thing->new }
    sub call_hook { }
}
package FixMyStreet::DB::Result::Body { our @ISA = ('Thing'); sub get_cobrand_handler { Thing->new } }

package main;
use DateTime;
use lib shift @ARGV;
require Open311;

my ($failures, $last) = (0, undef);
sub check {
    my ($what, $truth, $seen) = @_;
    print $truth ? "ok    $what\n" : "FAILS $what: " . ($seen // $last->error // '') . "\n";
    $failures++ unless $truth;
}
sub client {
    return $last = Open311->new(
        endpoint => $ENV{URL}, api_key => $ENV{KEY}, extended_statuses => 1,
        fixmystreet_body => FixMyStreet::DB::Result::Body->new, @_);
}

my $o = client();
my @services = @{ $o->get_service_list->{service} };
check('the list of services', @services > 0);
my ($asking) = grep { $_->{metadata} eq 'true' } @services;
my $definition = $o->get_service_meta_info($asking->{service_code});
my @attributes = @{ $definition->{attributes} };
check('the definition of one', @attributes > 0 && $attributes[0]{code});

my ($known) = grep { $_->{lat} && !ref $_->{lat} } @{ $o->get_service_requests({ status => 'open' }) };
check('the list of requests', defined $known);

sub report {
    my ($service, @fields) = @_;
    return Thing->new(
        id => 311, title => 'Essai de FixMyStreet', detail => 'Ça déborde près de l’école, « ici » ☂',
        name => 'Essai Libre', user => Thing->new(email => 'essai@exemple.fr'), cobrand => 'default',
        latitude => $known->{lat}, longitude => $known->{long}, used_map => 1, fields => \@fields);
}
my @answers = map {
    my $values = $_->{values};
    { name => $_->{code}, value => ref $values eq 'ARRAY' ? $values->[0]{key} : '1' }
} grep { $_->{variable} eq 'true' && $_->{required} eq 'true' } @attributes;
my $id = $o->send_service_request(
    report($asking, @answers), { url => 'https://exemple.fr/report/311' }, $asking->{service_code});
check('a report in UTF-8 with its answers is taken', $id);

my ($read) = @{ $o->get_service_requests({ report_ids => [$id], api_key => $ENV{KEY} }) };
check('it is read back by its number', $read->{service_request_id} eq $id);
check('in its own words', $read->{description} =~ /près de l’école, « ici » ☂/, $read->{description});
check('and its service', $read->{service_code} eq $asking->{service_code});
my $now = DateTime->now;
my $stamp = sub { DateTime::Format::W3CDTF->format_datetime($_[0]) };
my $lately = $o->get_service_requests({
    start_date => $stamp->($now->clone->subtract(hours => 2)),
    end_date => $stamp->($now->clone->add(hours => 1)),
});
check('it is read back by dates', scalar grep { $_->{service_request_id} eq $id } @$lately);

sub comment {
    return Thing->new(
        id => 42, text => 'Toujours là, merci d’y penser', name => 'Essai Libre',
        user => Thing->new(email => 'essai@exemple.fr'), confirmed => DateTime->now,
        problem => Thing->new(external_id => $id, state => 'confirmed'), problem_state => 'confirmed');
}
my $update = $o->post_service_request_update(comment());
check('an update is taken', $update);
check('and only once', $o->post_service_request_update(comment()) eq $update);
$o->get_service_request_updates(
    $stamp->($now->clone->subtract(hours => 2)), $stamp->($now->clone->add(hours => 1)));
check('updates are read', $o->success);

my $nothing = client();
check('an unknown service is refused',
    !$nothing->send_service_request(report($asking), { url => 'x' }, 'nothing-like-it'));
check('and it reads why', $nothing->error =~ /404: \S/, $nothing->error);
my $stranger = client(api_key => 'wrong');
check('a wrong key is refused',
    !$stranger->send_service_request(report($asking, @answers), { url => 'x' }, $asking->{service_code}));
check('and it reads why', $stranger->error =~ /403: \S/, $stranger->error);

exit($failures ? 1 : 0);
