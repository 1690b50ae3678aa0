// Boost 1.74's asio lacks this include for C++20.
#include "viz/server/connection.h"

#include <array>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <optional>
#include <sstream>
#include <utility>

#include "viz/server/guard.h"

namespace skillscale::server {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using Error = beast::error_code;
using namespace std::chrono_literals;

constexpr auto request_time = 10s;  ///< from the first wait to the last byte of a request
constexpr auto answer_time = 120s;  ///< to take an answer, the longest a page of some MB
constexpr auto linger_time = 1s;
constexpr auto pulse = 500ms;    ///< between looks at a run's progress
constexpr int silent_most = 20;  ///< pulses after which a silent stream says that it is there
constexpr std::size_t most_lingering = 256u << 10;  ///< bytes read after a refusal

std::string text_of(beast::string_view text) { return {text.data(), text.size()}; }

std::string with_port(const asio::ip::tcp::endpoint& end) {
  return end.address().to_string() + ":" + std::to_string(end.port());
}

/// What every answer says, whatever it carries.
template <class Fields>
void say_common(Fields& fields, const Response& response) {
  fields.set("Content-Security-Policy", response.policy);
  fields.set("X-Content-Type-Options", "nosniff");
  fields.set("Referrer-Policy", "no-referrer");
  fields.set("Cross-Origin-Resource-Policy", "same-origin");
  fields.set("X-Frame-Options", "DENY");
  fields.set(http::field::cache_control, "no-store");
  if (!response.encoding.empty()) fields.set(http::field::content_encoding, response.encoding);
  if (!response.allow.empty()) fields.set(http::field::allow, response.allow);
  if (!response.location.empty()) fields.set(http::field::location, response.location);
  if (response.status == 429 || response.status == 503) fields.set(http::field::retry_after, "5");
}

/// The answer to a request that could not be read; nothing where the other side is just gone.
std::optional<Response> unreadable(const Error& error) {
  if (error == http::error::body_limit)
    return problem_response(413, "the request is too large", "send at most 32 KiB");
  if (error == http::error::header_limit || error == http::error::buffer_overflow)
    return problem_response(431, "the header is too large", "send at most 8 KiB");
  if (error == beast::error::timeout)
    return problem_response(408, "the request took too long", "send it within ten seconds");
  const bool is_gone = error == http::error::end_of_stream || error == http::error::partial_message;
  if (is_gone || error.category() != http::make_error_code(http::error::bad_method).category())
    return std::nullopt;
  return problem_response(400, "the request cannot be read", "send HTTP/1.1");
}

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(asio::ip::tcp::socket socket, Answer answer, std::function<void()> closed)
      : stream_(std::move(socket)),
        timer_(stream_.get_executor()),
        answer_(std::move(answer)),
        closed_(std::move(closed)) {}
  ~Connection() { closed_(); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void begin() {
    Error error;
    const auto peer = stream_.socket().remote_endpoint(error);
    if (error) return;
    request_.peer = peer.address().to_string();
    request_.listen = with_port(stream_.socket().local_endpoint(error));
    if (!error) read();
  }

 private:
  void read() {
    parser_.emplace();
    parser_->body_limit(most_body_bytes);
    parser_->header_limit(most_header_bytes);
    stream_.expires_never();
    is_reading_ = true;
    // The stream's own limit would close the socket, so that nobody is told.
    timer_.expires_after(request_time);
    timer_.async_wait([self = shared_from_this()](Error error) {
      if (!error && self->is_reading_) self->time_out();
    });
    http::async_read(stream_, buffer_, *parser_,
                     [self = shared_from_this()](Error error, std::size_t) { self->take(error); });
  }

  void time_out() {
    is_late_ = true;
    Error error;
    stream_.socket().cancel(error);
  }

  void take(Error error) {
    is_reading_ = false;
    timer_.cancel();
    if (error) {
      keeps_open_ = false;
      // Who has sent nothing is not told either: a kept connection that is no longer needed.
      if (is_late_ && !parser_->got_some()) return;
      if (is_late_) error = beast::error::timeout;
      if (auto response = unreadable(error)) send(*response);
      return;
    }
    const auto& message = parser_->get();
    keeps_open_ = message.keep_alive();
    is_head_ = message.method() == http::verb::head;
    request_.method = text_of(message.method_string());
    const auto target = text_of(message.target());
    request_.path = target.substr(0, target.find_first_of("?#"));
    request_.host = text_of(message[http::field::host]);
    request_.origin = text_of(message[http::field::origin]);
    request_.site = text_of(message["Sec-Fetch-Site"]);
    request_.content_type = text_of(message[http::field::content_type]);
    request_.table = text_of(message["X-Table"]);
    request_.body = message.body();
    if (message.count(http::field::host) > 1) request_.host = "more than one";
    // Whoever replies from another thread gives the connection back with the reply.
    answer_(request_, [self = shared_from_this(),
                       executor = stream_.get_executor()](Response response) mutable {
      asio::post(executor, [self = std::move(self), response = std::move(response)]() mutable {
        self->send(response);
      });
    });
  }

  void send(const Response& response) {
    stream_.expires_after(answer_time);
    if (response.events && !is_head_) return send_events(response);
    if (!response.file.empty()) return send_file(response);
    http::response<http::span_body<const char>> message(static_cast<http::status>(response.status),
                                                        11);
    if (response.text) {
      message.set(http::field::content_type, response.type);
      message.body() = beast::span<const char>(response.text->data(), response.text->size());
    }
    write(std::move(message), response);
  }

  void send_file(const Response& response) {
    http::response<http::file_body> message(static_cast<http::status>(response.status), 11);
    Error error;
    message.body().open(response.file.c_str(), beast::file_mode::scan, error);
    if (error) {
      send(problem_response(404, "this page is no longer kept", "run the scenario again"));
      return;
    }
    message.set(http::field::content_type, response.type);
    write(std::move(message), response);
  }

  template <class Body>
  void write(http::response<Body>&& made, const Response& response) {
    say_common(made, response);
    made.keep_alive(keeps_open_);
    made.prepare_payload();
    const auto message = std::make_shared<http::response<Body>>(std::move(made));
    const auto done = [self = shared_from_this(), message, text = response.text](
                          Error error, std::size_t) { self->after_write(error); };
    if (!is_head_) {
      http::async_write(stream_, *message, done);
      return;
    }
    const auto header = std::make_shared<http::response_serializer<Body>>(*message);
    http::async_write_header(
        stream_, *header, [done, header](Error error, std::size_t bytes) { done(error, bytes); });
  }

  void after_write(Error error) {
    if (error) return;
    if (keeps_open_) return read();
    stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, error);
    stream_.expires_after(linger_time);
    linger(most_lingering);
  }

  /// Takes what is still on its way, so that the answer is not lost with the connection.
  void linger(std::size_t left) {
    stream_.async_read_some(asio::buffer(unwanted_),
                            [self = shared_from_this(), left](Error error, std::size_t bytes) {
                              if (!error && bytes < left) self->linger(left - bytes);
                            });
  }

  // ---- events

  void send_events(const Response& response) {
    const std::weak_ptr<Connection> weak = shared_from_this();
    const bool is_first = response.events->listen([weak, executor = stream_.get_executor()] {
      asio::post(executor, [weak] {
        if (const auto self = weak.lock()) self->next_event();
      });
    });
    if (!is_first) {
      Response nothing;
      nothing.status = 204;
      return send(nothing);
    }
    events_ = response.events;
    http::response<http::empty_body> head(http::status::ok, 11);
    head.set(http::field::content_type, "text/event-stream");
    say_common(head, response);
    head.keep_alive(false);
    std::ostringstream text;
    text << head.base();
    stream_.expires_never();
    notice_end();
    write_event(text.str());
    wait_for_pulse();
  }

  /// Whoever reads events sends nothing more; what comes is the end.
  void notice_end() {
    stream_.socket().async_read_some(asio::buffer(unwanted_),
                                     [self = shared_from_this()](Error error, std::size_t) {
                                       if (error) return self->end_events();
                                       self->notice_end();
                                     });
  }

  void next_event() {
    if (!events_ || is_writing_) return;
    if (auto event = events_->take()) {
      write_event(std::move(*event));
    } else if (events_->is_finished()) {
      end_events();
    }
  }

  void write_event(std::string text) {
    is_writing_ = true;
    silent_ = 0;
    event_ = std::move(text);
    asio::async_write(stream_.socket(), asio::buffer(event_),
                      [self = shared_from_this()](Error error, std::size_t) {
                        self->is_writing_ = false;
                        if (error) return self->end_events();
                        self->next_event();
                      });
  }

  void wait_for_pulse() {
    timer_.expires_after(pulse);
    timer_.async_wait([self = shared_from_this()](Error error) {
      if (!error && self->events_) self->beat();
    });
  }

  void beat() {
    events_->pulse();
    ++silent_;
    if (silent_ > silent_most && is_writing_) return end_events();  // nobody takes what is sent
    if (silent_ > silent_most) write_event(": still here\n\n");
    wait_for_pulse();
  }

  void end_events() {
    if (!events_) return;
    const auto events = std::move(events_);
    events_ = nullptr;
    timer_.cancel();
    Error error;
    stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_both, error);
    stream_.socket().close(error);
    events->abandon();
  }

  beast::tcp_stream stream_;
  asio::steady_timer timer_;
  Answer answer_;
  std::function<void()> closed_;
  beast::flat_buffer buffer_{most_header_bytes + most_body_bytes};
  std::optional<http::request_parser<http::string_body>> parser_;
  Request request_;
  std::shared_ptr<EventStream> events_;
  std::string event_;
  std::array<char, 4096> unwanted_{};
  int silent_ = 0;
  bool keeps_open_ = true, is_head_ = false, is_writing_ = false;
  bool is_reading_ = false, is_late_ = false;
};

}  // namespace

void serve_connection(asio::ip::tcp::socket socket, const Answer& answer,
                      std::function<void()> closed) {
  std::make_shared<Connection>(std::move(socket), answer, std::move(closed))->begin();
}

void turn_away(asio::ip::tcp::socket socket) {
  constexpr std::string_view text =
      "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Length: 0\r\n"
      "Connection: close\r\n\r\n";
  Error error;
  socket.non_blocking(true, error);
  socket.write_some(asio::buffer(text.data(), text.size()), error);
  socket.shutdown(asio::ip::tcp::socket::shutdown_send, error);
}

}  // namespace skillscale::server
