#include "viz/server/guard.h"

#include <gtest/gtest.h>

namespace skillscale::server {
namespace {

Request from_page() {
  Request request;
  request.method = "POST";
  request.path = "/api/runs";
  request.listen = "127.0.0.1:8642";
  request.host = request.listen;
  request.origin = "http://127.0.0.1:8642";
  request.content_type = "application/json; charset=utf-8";
  return request;
}

int status_of(const Request& request) {
  const auto refused = refusal(request);
  return refused ? refused->status : 0;
}

TEST(Guard, LetsTheServersOwnPagesThrough) {
  EXPECT_EQ(status_of(from_page()), 0);
  auto request = from_page();
  request.host = "localhost:8642";
  request.origin = "http://localhost:8642";
  EXPECT_EQ(status_of(request), 0);
}

TEST(Guard, KnowsThePortThatBrowsersLeaveOut) {
  auto request = from_page();
  request.listen = "192.168.1.5:80";
  request.host = "192.168.1.5";
  request.origin = "http://192.168.1.5";
  EXPECT_EQ(status_of(request), 0);
  request.listen = "192.168.1.5:8080";
  EXPECT_EQ(status_of(request), 403);
}

TEST(Guard, RefusesEveryOtherName) {
  for (const auto* host :
       {"evil.example:8642", "127.0.0.1:8643", "127.0.0.1", "127.0.0.1:8642.evil", "localhost",
        "LOCALHOST:8642 ", "more than one"}) {
    auto request = from_page();
    request.host = host;
    request.origin = std::string("http://") + host;
    EXPECT_EQ(status_of(request), 403) << host;
  }
  auto request = from_page();
  request.host.clear();
  EXPECT_EQ(status_of(request), 400);
}

TEST(Guard, LocalhostIsNoNameOnAnotherAddress) {
  auto request = from_page();
  request.listen = "192.168.1.5:8642";
  request.host = "localhost:8642";
  EXPECT_EQ(status_of(request), 403);
}

TEST(Guard, RefusesChangesFromOtherPages) {
  for (const auto* origin : {"", "null", "http://evil.example", "https://127.0.0.1:8642"}) {
    auto request = from_page();
    request.origin = origin;
    EXPECT_EQ(status_of(request), 403) << origin;
    request.method = "GET";
    EXPECT_EQ(status_of(request), 0) << origin;
  }
}

TEST(Guard, GivesOtherPagesNothingButAWayHere) {
  for (const auto* site : {"cross-site", "same-site"}) {
    auto request = from_page();
    request.method = "GET";
    request.site = site;
    request.path = "/api/runs/1/events";
    EXPECT_EQ(status_of(request), 403);
    request.path = "/room";
    EXPECT_EQ(status_of(request), 0) << "a link on another page";
  }
  for (const auto* site : {"", "none", "same-origin"}) {
    auto request = from_page();
    request.site = site;
    EXPECT_EQ(status_of(request), 0) << site;
  }
}

TEST(Guard, RefusesWhatAFormCouldSend) {
  for (const auto* type : {"", "text/plain", "application/x-www-form-urlencoded", "text/json"}) {
    auto request = from_page();
    request.content_type = type;
    EXPECT_EQ(status_of(request), 415) << type;
  }
  EXPECT_EQ(media_type("Application/JSON ; charset=utf-8"), "application/json");
}

TEST(Guard, NamesTheMethodsItTakes) {
  auto request = from_page();
  request.method = "DELETE";
  const auto refused = refusal(request);
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->status, 405);
  EXPECT_EQ(refused->allow, "GET, HEAD, POST");
}

TEST(Guard, OnlyOneAddressIsThisMachine) {
  Request request;
  request.peer = "127.0.0.1";
  EXPECT_TRUE(is_from_here(request));
  for (const auto* peer : {"127.0.0.2", "192.168.1.5", "", "127.0.0.10"}) {
    request.peer = peer;
    EXPECT_FALSE(is_from_here(request)) << peer;
  }
}

}  // namespace
}  // namespace skillscale::server
